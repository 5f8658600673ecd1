const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** The errors that follow from the form of an operation are listed: parameters, body, token, If-Match, Idempotency-Key. */
export default (item, _options, context) => {
  const missing = [];
  for (const method of METHODS) {
    const operation = item[method];
    if (!operation) {
      continue;
    }
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    const header = (name) => parameters.some((p) => p.in === 'header' && p.name === name);
    const expected = new Set();
    if (operation.requestBody || parameters.some((p) => p.in === 'query')) expected.add('400');
    if (operation['x-permission'] !== 'public') expected.add('401').add('403');
    if (parameters.some((p) => p.in === 'path')) expected.add('404');
    if (operation.requestBody?.content?.['application/octet-stream']) expected.add('413');
    if (header('If-Match')) expected.add('412').add('428');
    if (header('Idempotency-Key')) expected.add('422');
    for (const status of expected) {
      if (!operation.responses?.[status]) {
        missing.push({ message: `the error ${status} is not listed`, path: [...context.path, method, 'responses'] });
      }
    }
  }
  return missing;
};
