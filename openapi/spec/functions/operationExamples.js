const hasExample = (media) => media.example !== undefined || Object.keys(media.examples ?? {}).length > 0;

/** Every JSON request body and every JSON answer of success carries an example. */
export default (operation, _options, context) => {
  const missing = [];
  const check = (content, where) => {
    for (const [type, media] of Object.entries(content ?? {})) {
      if (/[/+]json$/.test(type) && !hasExample(media)) {
        missing.push({ message: `no example of ${type}`, path: [...context.path, ...where, 'content', type] });
      }
    }
  };
  check(operation.requestBody?.content, ['requestBody']);
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    if (status.startsWith('2')) {
      check(response.content, ['responses', status]);
    }
  }
  return missing;
};
