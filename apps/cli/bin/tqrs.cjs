#!/usr/bin/env -S node --max-semi-space-size=8 --max-old-space-size=1024
// A run holds little and makes much garbage. With a small young generation and an old one that is told not to grow beyond
// need, it is collected as it comes: at little loss of speed, a large run needs half the memory. In megabytes; Node reads
// them only when it starts.
//
// Plain old JavaScript on purpose: it has to run, and explain itself, on a Node that cannot read the bundle.
var wanted = [22, 18];
var found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    'tqrs needs Node.js ' +
      wanted.join('.') +
      ' or later; this is ' +
      process.versions.node +
      ' (' +
      process.execPath +
      ').\n' +
      'Install a current Node.js from https://nodejs.org or with your version manager, then run the command again.',
  );
  process.exitCode = 2;
} else {
  require('node:module').enableCompileCache();
  import('../dist/main.js');
}
