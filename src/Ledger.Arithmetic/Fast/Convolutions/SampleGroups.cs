namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>Maps with groups of samples side by side: [group, element of a sample, sample of the group]. The last group may be short.</summary>
internal unsafe struct SampleGroups
{
    /// <summary>Samples of a group: the rows of the tallest tile.</summary>
    public const int Width = Tile.MaximumRows;

    private float* _source, _target;
    private int _samples, _size;

    /// <summary>Elements of all groups.</summary>
    public static nint Size(int samples, int size) => (nint)((samples + Width - 1) / Width) * Width * size;

    /// <summary>Rearranges samples of <paramref name="size"/> elements, threads sharing the groups.</summary>
    public static void Run(ThreadTeam team, float* source, int samples, int size, float* target)
    {
        var task = new SampleGroups { _source = source, _target = target, _samples = samples, _size = size };
        team.Run(&RunPart, &task);
    }

    private static void RunPart(void* argument, int part, int parts)
    {
        var task = (SampleGroups*)argument;
        var groups = (task->_samples + Width - 1) / Width;
        var end = groups * (part + 1) / parts;
        for (var group = groups * part / parts; group < end; group++)
        {
            var sample = group * Width;
            var offset = (nint)sample * task->_size;
            Squares.Transpose(task->_source + offset, task->_size, Math.Min(Width, task->_samples - sample), task->_size, task->_target + offset, Width);
        }
    }
}
