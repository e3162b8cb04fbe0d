// ja.ts - the sentences in Japanese, from lib/words/messages.def.
export { ja } from '#ja';
