namespace Ledger.Cli.Verbs;

/// <summary>Every verb, in the order of the help.</summary>
public static class VerbCatalogue
{
    /// <summary>All verbs.</summary>
    public static IReadOnlyList<IVerb> All =>
    [
        new ValidateVerb(),
        new RunVerb(),
        new ResumeVerb(),
        new ListVerb(),
        new ShowVerb(),
        new LogVerb(),
        new LineageVerb(),
        new MetricsVerb(),
        new DiffVerb(),
        new ReplayVerb(),
        new RebuildVerb(),
        new VectorsVerb(),
        new AuditVerb(),
        new ClaimVerb(),
        new VerifyVerb(),
        new SealVerb(),
        new ProveVerb(),
        new DataVerb(),
        new ExportVerb(),
        new ImportVerb(),
        new StoreVerb(),
        new GcVerb(),
        new SchemaVerb(),
        new DoctorVerb(),
        new VersionVerb(),
    ];
}
