/** The part of the package that is used here; it brings no types of its own. */
declare module "fs-native-extensions" {
  /** True when this file descriptor now holds the lock, false while another one does. Throws where locks do not work. */
  export function tryLock(fd: number): boolean;
}
