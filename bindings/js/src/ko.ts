// ko.ts - the sentences in Korean, from lib/words/ko.toml.
export { ko } from '#ko';
