import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';

/** What a side column becomes in a narrow window: it slides over the page; Escape or a click beside it closes it. */
export function Drawer(props: {
  readonly label: string;
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
        <Dialog className="tabs" aria-label={props.label}>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
