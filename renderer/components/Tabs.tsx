import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabEntry<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly panel: () => ReactNode;
}

/** Tabs whose chosen one is controlled by the caller; only its panel is rendered. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={props.chosen}
      onSelectionChange={(key) => props.onChoose(key as Id)}
      keyboardActivation="manual"
    >
      <TabList className="tab-list" aria-label={props.label}>
        {props.tabs.map((tab) => (
          <Tab className="tab" key={tab.id} id={tab.id}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel className="tab-panel" key={tab.id} id={tab.id}>
          {tab.id === props.chosen ? tab.panel() : null}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
