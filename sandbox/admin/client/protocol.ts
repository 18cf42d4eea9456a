/** Messages between the app's frame (App Bridge stand-in) and the admin page around it. */

export interface BarButton {
  readonly key: string;
  readonly text: string;
  readonly primary: boolean;
  readonly disabled: boolean;
}

interface NavItem {
  readonly href: string;
  readonly text: string;
}

interface User {
  readonly id: string;
  readonly name: string;
  readonly isOwner: boolean;
}

/** What the frame may ask of the admin, and what it gets back. */
export interface Calls {
  idToken(args: Record<string, never>): Promise<string>;
  user(args: Record<string, never>): User;
  toast(args: { message: string; isError: boolean; duration: number }): void;
  hideToast(args: Record<string, never>): void;
  nav(args: { home: string; items: readonly NavItem[] }): void;
  title(args: { title: string; buttons: readonly BarButton[] }): void;
  saveBar(args: { shown: boolean; buttons: readonly BarButton[] }): void;
  /** True when there is nothing to lose or the person chose to leave. */
  mayLeave(args: Record<string, never>): Promise<boolean>;
  path(args: { path: string }): void;
  redirect(args: { url: string; newTab: boolean }): void;
  loading(args: { on: boolean }): void;
}
export type Method = keyof Calls;
export type Result<M extends Method> = Awaited<ReturnType<Calls[M]>>;

export interface CallMessage {
  readonly settledBridge: "call";
  readonly id: number;
  readonly method: Method;
  readonly args: unknown;
}

export type AdminMessage =
  | { readonly settledBridge: "reply"; readonly id: number; readonly value: unknown }
  /** The admin could not do it: it is offline, or nobody is signed in to it any more. */
  | { readonly settledBridge: "failure"; readonly id: number; readonly reason: string }
  | { readonly settledBridge: "navigate"; readonly href: string }
  | { readonly settledBridge: "press"; readonly key: string };
