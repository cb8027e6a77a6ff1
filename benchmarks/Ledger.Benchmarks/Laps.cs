using System.Diagnostics;
using Ledger.Application.Training;

namespace Ledger.Benchmarks;

/// <summary>Wall time and processor time of segments that leave no moment out between them.</summary>
/// <param name="steps">Steps of a segment.</param>
internal sealed class Laps(int steps) : IProgress<TrainingProgress>
{
    private readonly List<(double Wall, double Processor)> _laps = [];
    private (long Wall, TimeSpan Processor) _since = Now();

    public void Report(TrainingProgress value) => Lap();

    /// <summary>Ends a segment; the next one begins.</summary>
    public void Lap() => _laps.Add(Since());

    /// <summary>Adds to the last segment what came after it.</summary>
    public void ProlongLast()
    {
        var (wall, processor) = Since();
        _laps[^1] = (_laps[^1].Wall + wall, _laps[^1].Processor + processor);
    }

    /// <summary>A line a segment and one of their mean: milliseconds a step on the clock, then by the processor.</summary>
    public void Print(string name)
    {
        foreach (var (wall, processor) in _laps)
        {
            Console.WriteLine($"{name} {wall:F4} {processor:F4}");
        }

        Console.WriteLine($"mean-{name} {_laps.Average(static lap => lap.Wall):F4} {_laps.Average(static lap => lap.Processor):F4}");
    }

    private (double Wall, double Processor) Since()
    {
        var (wall, processor) = _since;
        _since = Now();
        return (Stopwatch.GetElapsedTime(wall, _since.Wall).TotalMilliseconds / steps, (_since.Processor - processor).TotalMilliseconds / steps);
    }

    private static (long Wall, TimeSpan Processor) Now() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
}
