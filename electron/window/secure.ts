import { app, type Session, type WebContents } from 'electron';
import { blockNetwork } from './network';
import { isAppPage } from './origin';
import { serve } from './protocol';

/** Switches that keep Chromium's own services quiet. Must run before the program is ready. */
export function disableBackgroundRequests(): void {
  for (const name of disablingSwitches) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('disable-features', disabledFeatures.join(','));
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

const disablingSwitches = [
  'disable-background-networking',
  'disable-breakpad',
  'disable-client-side-phishing-detection',
  'disable-component-update',
  'disable-default-apps',
  'disable-domain-reliability',
  'disable-sync',
  'dns-prefetch-disable',
  'no-pings',
  'no-first-run',
  'metrics-recording-only',
];

const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
  'WebBluetooth',
];

/** Applies the secure baseline to every session and every page that is ever made. */
export function secureEverything(): void {
  app.on('session-created', secureSession);
  app.on('web-contents-created', (_event, contents) => securePage(contents));
  // Only a root user on a developer's or test machine starts without the sandbox: it cannot run there.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

function secureSession(session: Session): void {
  serve(session);
  blockNetwork(session);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  withoutSpellChecker(session);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Chromium would otherwise ask a server for the dictionary of the system's language as soon as a session exists: disabling the checker
 * does not stop that, having no language does. The request itself would be refused, but its preparation opens a UDP socket.
 */
function withoutSpellChecker(session: Session): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

function securePage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    // Reloading the page that is open is the only navigation there is.
    if (!(isAppPage(event.url) && isAppPage(contents.getURL()))) event.preventDefault();
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** What every window of ours has in common. */
export const securePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
} as const;
