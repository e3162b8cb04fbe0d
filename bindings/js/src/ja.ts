// ja.ts - the sentences in Japanese, from lib/messages.def.
export { ja } from '#ja';
