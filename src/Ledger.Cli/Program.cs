using Ledger.Cli;

return await new LedgerProgram(Surroundings.OfProcess()).Run(args);
