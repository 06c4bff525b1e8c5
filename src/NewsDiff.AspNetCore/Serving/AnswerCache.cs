using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using NewsDiff.Events;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>Keeps made answers while the store is as it was, and makes each missing one once.</summary>
/// <remarks>
/// Whether an answer holds is asked of the store at each request, so that what another process took down is gone at
/// once. Only successes are kept: the addresses of missing pages are without number.
/// </remarks>
internal sealed class AnswerCache : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly StampReader _stamps;
    private readonly Dictionary<(string Key, string Events), Task<KeptAnswer>> _making = [];
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _ended;

    internal AnswerCache(IStoreStamp store, long maxBytes, TimeProvider clock)
    {
        _clock = clock;
        _stamps = new StampReader(store);
        _ended = _end.Token;
        Shelf = new AnswerShelf(maxBytes);
    }

    /// <summary>The answers that are kept.</summary>
    internal AnswerShelf Shelf { get; }

    /// <summary>Finds an answer that holds, or makes it.</summary>
    /// <param name="key">Everything that the answer depends on, apart from the store.</param>
    /// <param name="encoding">The encoding of its body; null for none.</param>
    /// <param name="make">Makes it for all who ask, so it must not use a single request.</param>
    /// <param name="stop">Stops this request's wait, not the making.</param>
    internal async Task<SiteAnswer> AnswerAsync(
        string key, string? encoding, Func<CancellationToken, Task<SiteAnswer>> make, CancellationToken stop)
    {
        Task<KeptAnswer> plain(CancellationToken until) => FindOrMakeAsync(
            key,
            async (stamp, end) =>
            {
                long madeAt = _clock.GetTimestamp();
                SiteAnswer made = await make(end).ConfigureAwait(false);
                return new KeptAnswer(made with { HasVariants = AnswerEncoding.IsWorthwhile(made) }, stamp, madeAt);
            },
            until);
        Task<KeptAnswer> asked = encoding is null
            ? plain(stop)
            : FindOrMakeAsync(
                $"{key}\n{encoding}",
                async (_, end) =>
                {
                    // It is as old as the answer that it encodes.
                    KeptAnswer kept = await plain(end).ConfigureAwait(false);
                    return kept.Answer.HasVariants
                        ? kept with { Answer = AnswerEncoding.Encode(kept.Answer, encoding) }
                        : kept;
                },
                stop);
        return (await asked.ConfigureAwait(false)).Answer;
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task<KeptAnswer> FindOrMakeAsync(
        string key, Func<StoreStamp, CancellationToken, Task<KeptAnswer>> make, CancellationToken stop)
    {
        StoreStamp stamp = await _stamps.ReadAsync().WaitAsync(stop).ConfigureAwait(false);
        if (TryFind(key, stamp, out KeptAnswer? kept))
        {
            return kept;
        }

        Task<KeptAnswer> making;
        lock (_making)
        {
            // Looked for again: its making may have ended meanwhile.
            if (TryFind(key, stamp, out kept))
            {
                return kept;
            }

            if (!_making.TryGetValue((key, stamp.Events), out making!))
            {
                making = Task.Run(() => MakeAsync(key, stamp, make), _ended);
                _making[(key, stamp.Events)] = making;
            }
        }

        return await making.WaitAsync(stop).ConfigureAwait(false);
    }

    private bool TryFind(string key, StoreStamp stamp, [NotNullWhen(true)] out KeptAnswer? kept) =>
        Shelf.TryFind(key, out kept) && kept.Holds(stamp, _clock);

    private async Task<KeptAnswer> MakeAsync(
        string key, StoreStamp stamp, Func<StoreStamp, CancellationToken, Task<KeptAnswer>> make)
    {
        try
        {
            KeptAnswer made = await make(stamp, _ended).ConfigureAwait(false);
            if (made.Answer is { Status: StatusCodes.Status200OK, IsPassing: false })
            {
                Shelf.Keep(key, made);
            }

            return made;
        }
        finally
        {
            lock (_making)
            {
                _making.Remove((key, stamp.Events));
            }
        }
    }
}
