import type { ReactElement } from 'react';

/**
 * Mount it once on a page: while `on`, back (arrow, swipe, Android key, browser) calls `onBack` instead of leaving. Draws nothing.
 * Uses `guardLeaving` itself. Set `on` to false, and let it draw, before navigating away on purpose.
 */
export type BackCatcherProps = { on: boolean; message: string; onBack(): void };
export type BackCatcherOf = (props: BackCatcherProps) => ReactElement | null;
