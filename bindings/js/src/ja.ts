// ja.ts - the sentences in Japanese, from lib/words/ja.toml.
export { ja } from '#ja';
