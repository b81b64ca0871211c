/** A card in HR's WeCom whose buttons come back to us. */
export type WecomCard = {
  /** Names the card for good, `[0-9A-Za-z_@-]`, at most 128 bytes; what a button's callback is told apart by. */
  taskId: string;
  title: string;
  description: string;
  /** At most 6. */
  items: { key: string; value: string }[];
  /** At most 6. `style`: 1 blue, 2 light, 3 red, 4 plain. */
  buttons: { key: string; text: string; style?: 1 | 2 | 3 | 4 }[];
  /** The mini-program's page behind the card itself. */
  page?: string;
};
