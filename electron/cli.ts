process.exitCode = 2;
console.error('usage: hyoka <verb>');
