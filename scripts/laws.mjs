/*
 * Before the tests of laws: the examples drawn are the same in every run of `npm test`, so that a law that fails, fails for
 * everybody. The long runs (`npm run battery`) draw new ones each time.
 */
import fc from 'fast-check';

if (!process.env.XIUHUA_BATTERY) fc.configureGlobal({ seed: 20_261_128 });
