// en.ts - the sentences in English, from lib/messages.def.
export { en } from '#en';
