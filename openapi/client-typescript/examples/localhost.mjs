// Names below localhost mean this machine, as in browsers; not every system knows them, and Node.js asks the system.
import dns from 'node:dns';

const ask = dns.lookup;
dns.lookup = (name, options, done) => ask(name.endsWith('.localhost') ? 'localhost' : name, options, done);
