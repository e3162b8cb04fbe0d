// zhHans.ts - the sentences in Simplified Chinese, from lib/words/zh-Hans.toml.
export { zhHans } from '#zhHans';
