import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, refusedRequests, type Running } from '../harness/launch';

let server: Server;
let hits: string[];
let address: string;

test.beforeEach(async () => {
  hits = [];
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(() => server.close());

/** Everything a page can do to reach a server, though the policy forbids it. */
async function tryFromPage({ page }: Running): Promise<void> {
  await page.evaluate(async (host) => {
    await fetch(`http://${host}/fetch`).catch(() => undefined);
    navigator.sendBeacon(`http://${host}/beacon`);
    new Image().src = `http://${host}/image`;
    for (const [tag, rel] of [
      ['link', 'stylesheet'],
      ['link', 'prefetch'],
      ['link', 'dns-prefetch'],
    ]) {
      const element = Object.assign(document.createElement(tag ?? ''), {
        rel,
        href: `http://${host}/${rel}`,
      });
      document.head.append(element);
    }
    const frame = document.createElement('iframe');
    frame.src = `http://${host}/frame`;
    document.body.append(frame);
    try {
      new WebSocket(`ws://${host}/socket`);
    } catch {
      // Refusing with an exception is as good.
    }
    window.open(`http://${host}/open`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, address);
}

test('nothing that a page tries reaches a server', async () => {
  const running = await launch();
  await tryFromPage(running);
  expect(running.app.windows()).toHaveLength(1);
  await running.close({ mayHaveTried: true });
  expect(hits).toEqual([]);
});

test('nothing that the shell itself asks its sessions for reaches a server', async () => {
  const running = await launch();
  const answers = await running.app.evaluate(async ({ session, BrowserWindow }, host) => {
    const own = [session.defaultSession, session.fromPartition('print'), session.fromPartition('other')];
    const tries = own.map((each) =>
      each.fetch(`http://${host}/session`).then(
        () => 'reached',
        () => 'refused',
      ),
    );
    const window = new BrowserWindow({ show: false });
    tries.push(
      window.loadURL(`http://${host}/window`).then(
        () => 'reached',
        () => 'refused',
      ),
    );
    tries.push(
      window.loadURL('file:///etc/hostname').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    return Promise.all(tries).finally(() => window.destroy());
  }, address);
  expect(answers).toEqual(Array(5).fill('refused'));
  expect(hits).toEqual([]);
  await running.close({ mayHaveTried: true });
});

test('a refused request is noted by scheme and host, and a test in which one was tried fails', async () => {
  const running = await launch();
  await running.app.evaluate(
    ({ session }, host) => session.defaultSession.fetch(`http://${host}/secret`).catch(() => null),
    address,
  );
  const log = await readFile(join(running.userData, 'logs', 'main.log'), 'utf8');
  expect(await refusedRequests(running.userData)).toEqual([`http://${address}`]);
  expect(log).not.toContain('secret');
  await expect(running.close()).rejects.toThrow(/tried to reach/);
});

test('starting, using and closing the application tries to reach nothing', async () => {
  const running = await launch();
  await running.page.waitForTimeout(1500);
  await running.close();
});

test('a page cannot open a peer connection with addresses of this PC', async () => {
  const running = await launch();
  const candidates = await running.page.evaluate(async () => {
    const found: string[] = [];
    const peer = new RTCPeerConnection({ iceServers: [] });
    peer.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.candidate);
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 700));
    return found;
  });
  expect(candidates).toEqual([]);
  await running.close();
});
