import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is on this machine. */
export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The text of a Word file after LibreOffice accepted or rejected all of its tracked changes, a line for each paragraph. */
export function settledByLibreOffice(
  bytes: Uint8Array,
  how: 'accept' | 'reject' | 'none',
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tracked-'));
  try {
    const [source, target] = [join(folder, 'in.docx'), join(folder, 'out.txt')];
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    // The first start lays out the profile; a library put there before would be overwritten.
    spawnSync('soffice', [profile, '--headless', '--terminate_after_init'], { timeout: 120_000 });
    installMacro(folder);
    const call = `macro:///Standard.Module1.Settle("${source}","${target}","${how}")`;
    const run = spawnSync('soffice', [profile, '--headless', '--norestore', call], { timeout: 120_000 });
    if (run.status !== 0) throw new Error(`soffice: ${String(run.stderr)}`);
    return readFileSync(target, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MACRO = `Sub Settle(source As String, target As String, how As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim none()
  If how = "accept" Then dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, none())
  If how = "reject" Then dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "", 0, none())
  Dim text(1) As New com.sun.star.beans.PropertyValue
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8"
  doc.storeToURL(ConvertToURL(target), text())
  doc.close(True)
  StarDesktop.terminate()
End Sub
`;

/** A user profile whose Basic library holds the macro. */
function installMacro(folder: string): void {
  const library = join(folder, 'profile', 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const script = MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  writeFileSync(
    join(library, 'Module1.xba'),
    `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${script}</script:module>`,
  );
  writeFileSync(
    join(library, 'script.xlb'),
    `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  );
}
