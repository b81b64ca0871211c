export type Sense = 'record' | 'camera';

/** `undeclared`: only the company can mend it; `absent`: this device or client has none. */
export type Permission = 'granted' | 'denied' | 'undeclared' | 'absent';

/** Asks where it was not decided; does not ask again after a refusal. */
export type Authorise = (what: Sense) => Promise<Permission>;

/** What the client remembers, without asking. `unknown`: not decided, or the browser does not tell. */
export type PermissionOf = (what: Sense) => Promise<Permission | 'unknown'>;

/** Must be called in a tap. False where there is no such page to open (browsers): tell the person where to look. */
export type OpenSettings = () => Promise<boolean>;
