import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';

/** What a side column becomes in a narrow window: it slides over the page; Escape or a click beside it closes it. */
export function Drawer(props: {
  readonly label: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <ModalOverlay
      className="drawer-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && props.onClose()}
    >
      <Modal className="drawer">
        <Dialog className="drawer-content" aria-label={props.label}>
          <div className="drawer-head">
            <strong>{props.label}</strong>
            <Button variant="icon" label={props.closeLabel} shortcut="Esc" onPress={props.onClose}>
              ×
            </Button>
          </div>
          <div className="drawer-body">{props.children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
