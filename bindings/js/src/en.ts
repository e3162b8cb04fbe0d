// en.ts - the sentences in English, from lib/words/en.toml.
export { en } from '#en';
