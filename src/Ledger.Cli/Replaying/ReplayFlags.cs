using System.CommandLine;
using Ledger.Application.Replays;

namespace Ledger.Cli.Replaying;

/// <summary>The options of a replay.</summary>
public sealed class ReplayFlags
{
    private readonly Option<int?> _jobs = CountOption.Create("--jobs", "Segments at once; changes the time, never a bit. Default: one per core");
    private readonly Option<bool> _fromSeed = new("--from-seed") { Description = "Use no cached state and no stored mask: everything follows from the seed" };
    private readonly Option<bool> _reference = new("--reference") { Description = "Compute with the reference kernels, which are the specification: slow" };
    private readonly Option<ReplayBudget?> _budget = BudgetOption.Create();
    private readonly Option<ulong?> _draw = DrawOption.Create();

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_jobs);
        verb.Options.Add(_fromSeed);
        verb.Options.Add(_reference);
        verb.Options.Add(_budget);
        verb.Options.Add(_draw);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(_draw) is not null && result.GetResult(_budget) is null)
            {
                result.AddError("--draw seeds the draw of --budget: name a budget too, for example --budget 10m");
            }

            if (result.GetResult(_budget) is not null && result.GetValue(_fromSeed))
            {
                result.AddError("--budget draws segments that begin from recorded states, --from-seed uses none: leave one of them out");
            }
        });
    }

    /// <summary>What was asked for.</summary>
    public ReplayOptions Of(ParseResult parse, int cores) => new(
        parse.GetValue(_jobs) ?? cores, parse.GetValue(_fromSeed), parse.GetValue(_reference), parse.GetValue(_budget), parse.GetValue(_draw));
}
