namespace Ledger.Arithmetic.Fast;

/// <summary>
/// One pass over all parameters and statistics in the fingerprint's blocks of 4096: chunk by chunk the update, then the fingerprint, which
/// hides behind the memory traffic of the next chunk's update. Threads share the blocks; what they add up are integers, so that the order
/// does not matter. Of a masked network only the kept runs are visited: what is +0 stays so, and weighs nothing.
/// </summary>
internal unsafe struct ParameterPass<TUpdate>
    where TUpdate : unmanaged, IParameterUpdate
{
    private const int ChunkSize = 512;

    private TUpdate _update;
    private float* _values;
    private int _length;
    private int* _blockStarts;
    private KeptRuns.Run* _runs;
    private uint* _elementKeys;
    private ulong* _firstKeys, _secondKeys;
    private long _first, _second;
    private int _diverged;

    /// <summary>Updates the parameters and takes the fingerprint of all values; the flag is true if every updated parameter is finite.</summary>
    /// <param name="team">Shares the blocks.</param>
    /// <param name="keys">The fingerprint's.</param>
    /// <param name="values">Parameters, then statistics.</param>
    /// <param name="length">Number of values.</param>
    /// <param name="kept">Where there is anything but +0, or null for everywhere.</param>
    /// <param name="update">What is done to the parameters.</param>
    public static (Fingerprint Fingerprint, bool IsFinite) Run<T>(ThreadTeam team, FingerprintTables keys, float* values, int length, KeptRuns? kept, TUpdate update)
        where T : struct, ILanes<T>
    {
        var (first, second) = keys.Lanes(BlockCount(length));
        fixed (uint* elementKeys = keys.Elements)
        fixed (ulong* firstKeys = first, secondKeys = second)
        fixed (int* blockStarts = kept?.BlockStarts)
        fixed (KeptRuns.Run* runs = kept?.Runs)
        {
            var pass = new ParameterPass<TUpdate>
            {
                _update = update,
                _values = values,
                _length = length,
                _blockStarts = blockStarts,
                _runs = runs,
                _elementKeys = elementKeys,
                _firstKeys = firstKeys,
                _secondKeys = secondKeys,
            };
            team.Run(&RunPart<T>, &pass);
            return (new Fingerprint((ulong)pass._first, (ulong)pass._second), pass._diverged == 0);
        }
    }

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var pass = (ParameterPass<TUpdate>*)argument;
        var blocks = BlockCount(pass->_length);
        var (first, second) = (0ul, 0ul);
        var isFinite = true;
        for (var block = blocks * part / parts; block < blocks * (part + 1) / parts; block++)
        {
            isFinite &= pass->RunBlock<T>(block, ref first, ref second);
        }

        Interlocked.Add(ref pass->_first, (long)first);
        Interlocked.Add(ref pass->_second, (long)second);
        Interlocked.Or(ref pass->_diverged, isFinite ? 0 : 1);
    }

    private bool RunBlock<T>(int block, ref ulong first, ref ulong second)
        where T : struct, ILanes<T>
    {
        var sums = stackalloc ulong[FingerprintKeys.Lanes];
        var start = block * FingerprintKeys.BlockSize;
        var isFinite = true;
        if (_blockStarts == null)
        {
            isFinite = RunRange<T>(start, Math.Min(start + FingerprintKeys.BlockSize, _length), sums);
        }
        else
        {
            for (var n = _blockStarts[block]; n < _blockStarts[block + 1]; n++)
            {
                isFinite &= RunRange<T>(_runs[n].Start, _runs[n].End, sums);
            }
        }

        for (var slot = 0; slot < FingerprintKeys.Lanes; slot++)
        {
            var key = block * FingerprintKeys.Lanes + LaneOf(slot, T.Count);
            first += sums[slot] * _firstKeys[key];
            second += sums[slot] * _secondKeys[key];
        }

        return isFinite;
    }

    private bool RunRange<T>(int start, int end, ulong* sums)
        where T : struct, ILanes<T>
    {
        var isFinite = true;
        for (var i = start; i < end; i += ChunkSize)
        {
            var count = Math.Min(ChunkSize, end - i);
            var updated = Math.Min(count, _update.Count - i);
            isFinite &= updated <= 0 || _update.Run<T>(i, updated);
            Weigh<T>(i, count, sums);
        }

        return isFinite;
    }

    // Within a vector's sums, even lanes stand before odd ones.
    private static int LaneOf(int slot, int count)
    {
        var (vector, place, half) = (slot / count, slot % count, Math.Max(count / 2, 1));
        return vector * count + place % half * 2 + place / half;
    }

    private readonly void Weigh<T>(int start, int count, ulong* sums)
        where T : struct, ILanes<T>
    {
        var keys = _elementKeys + start % FingerprintKeys.BlockSize;
        var whole = count - count % FingerprintKeys.Lanes;
        T.Weigh(_values + start, keys, whole, sums);
        for (var slot = 0; whole < count && slot < FingerprintKeys.Lanes; slot++)
        {
            var n = whole + LaneOf(slot, T.Count);
            sums[slot] += n < count ? (ulong)BitConverter.SingleToUInt32Bits(_values[start + n]) * keys[n] : 0;
        }
    }

    private static int BlockCount(int length) => (length + FingerprintKeys.BlockSize - 1) / FingerprintKeys.BlockSize;
}
