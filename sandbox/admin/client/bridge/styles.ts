const style = `
ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none; }
dialog.bridge-modal { border: 0; border-radius: 12px; padding: 0; width: min(620px, calc(100vw - 24px)); box-shadow: 0 20px 60px #0005; }
dialog.bridge-modal[data-variant=small] { width: min(400px, calc(100vw - 24px)); }
dialog.bridge-modal[data-variant=large], dialog.bridge-modal[data-variant=max] { width: min(980px, calc(100vw - 24px)); }
dialog.bridge-modal > header { display: flex; align-items: center; padding: 12px 16px; background: #f3f3f3; font: 650 14px Inter, system-ui, sans-serif; }
dialog.bridge-modal > header > h2 { flex: 1; margin: 0; font: inherit; }
dialog.bridge-modal > footer { display: flex; justify-content: end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
dialog.bridge-modal > footer:empty { display: none; }
dialog.bridge-modal button { font: inherit; padding: 6px 12px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; }
dialog.bridge-modal button[data-primary=true] { background: #303030; color: #fff; }`;

/** The bridge's own styles, added in a way that any content security policy allows and React does not see. */
export function adoptStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
