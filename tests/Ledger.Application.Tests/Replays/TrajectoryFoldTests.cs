using Ledger.Application.Replays.Tasks;
using Ledger.Events.Recorded;
using Ledger.Tickets.Results;

namespace Ledger.Application.Tests.Replays;

public sealed class TrajectoryFoldTests
{
    private static readonly StepTrained[] Steps = [.. Enumerable.Range(1, 6).Select(static step => new StepTrained(step, 1f / step, step, default))];

    [Fact]
    public void At_AfterSegmentsInAnyOrder_IsTheDigestOfTheirSteps()
    {
        using var fold = new TrajectoryFold();
        fold.Add(4, Steps[4..6]);
        fold.Add(2, Steps[2..4]);
        Assert.Null(fold.At(4));

        fold.Add(0, Steps[0..2]);

        foreach (var end in new[] { 2, 4, 6 })
        {
            using var history = new TrajectoryHistory();
            Array.ForEach(Steps[..end], history.Add);
            Assert.Equal(history.Current(), fold.At(end));
        }
    }
}
