/** A shortcut as printed in menus and tips: `Ctrl+Z`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className="kbd">{keys}</kbd>;
}
