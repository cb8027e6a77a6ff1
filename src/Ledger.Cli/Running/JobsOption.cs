using System.CommandLine;

namespace Ledger.Cli.Running;

/// <summary>How many replicates run at once.</summary>
public static class JobsOption
{
    /// <summary>The option, null where it is absent.</summary>
    public static Option<int?> Create()
    {
        var option = new Option<int?>("--jobs")
        {
            Description = "Replicates at once; changes the time, never a bit. Default: as many as there are, up to one per core",
            HelpName = "n",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 1024)
            {
                result.AddError($"--jobs is {result.Tokens[0].Value}, wanted 1 to 1024");
            }
        });
        return option;
    }
}
