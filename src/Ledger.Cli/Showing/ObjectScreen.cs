using Ledger.Application.Queries;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Showing;

/// <summary>A state, mask or ticket.</summary>
internal sealed class ObjectScreen(Screen screen)
{
    /// <summary>Writes it.</summary>
    public void Write(Shown.OfObject shown)
    {
        screen.Line($"address     {shown.Address}");
        screen.Line($"what        {shown.What}");
        screen.Line($"digest      {shown.Digest?.ToString() ?? "none recorded: this state was never written down"}");
        screen.Line($"stored      {Stored(shown)}");
        if (shown is { Trajectory: { } trajectory, Step: { } step })
        {
            screen.Line($"trajectory  {trajectory.Key}");
            screen.Line($"            attempt {trajectory.Attempt}, step {Numbers.Count(step)} of {Numbers.Count(trajectory.Steps)}");
        }

        if (shown.Trained is { } trained)
        {
            screen.Line($"recorded    loss {trained.Loss:R}, {trained.Correct} correct, fingerprint {trained.Fingerprint}");
        }

        if (shown.Maker is { } maker)
        {
            screen.Line($"made by     {DerivationText.Title(maker)}");
            screen.Line($"            key {maker.Key}{(maker.Attempt > 1 ? $", attempt {maker.Attempt}" : "")}");
        }

        if (shown.Layers is { } layers)
        {
            screen.Show(LayerTable.Of(layers));
        }
    }

    private static string Stored(Shown.OfObject shown)
    {
        if (shown.Bytes is { } bytes)
        {
            return $"yes, {Numbers.Count(bytes)} bytes";
        }

        var from = shown switch
        {
            { Step: { } step, CachedStep: { } cached } => $", training {Numbers.Count(step - cached, "step")} from the stored state at step {Numbers.Count(cached)}",
            { Step: { } step } => $", training {Numbers.Count(step, "step")} from the round's start",
            _ => "",
        };
        return $"no; ledger rebuild {shown.Address} makes it again{from}";
    }
}
