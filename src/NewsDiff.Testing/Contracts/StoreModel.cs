using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Search;
using NewsDiff.Tracking;

namespace NewsDiff.Testing.Contracts;

/// <summary>Compares a store with the one in memory over random operations.</summary>
/// <remarks>
/// At intervals, the store is also checked against laws that need no second store (<see cref="StoreLaws"/>).
/// </remarks>
/// <typeparam name="TStore">The store, which keeps everything.</typeparam>
/// <param name="store">An empty store, with a search index.</param>
/// <param name="settle">Waits until all events that were written are readable.</param>
/// <param name="seed">Chooses the operations.</param>
public sealed partial class StoreModel<TStore>(TStore store, Func<Task> settle, int seed)
    where TStore : class, ITrackerStore, IMergingCatalog, ISubscriptionStore, IEventDeliveryStore, IDeadLetterStore,
        ISearchableStore, IVersionCare
{
    /// <summary>Laws read the whole store, so they are checked rarely.</summary>
    private const int OperationsBetweenLaws = 500;

    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sites = ["news.example", "times.example", "post.example"];

    private readonly InMemoryVersionStore _model = new();
    private readonly StoreLaws _laws = new();
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = Noon;
    private EventCursor _heard;
    private EventCursor _modelHeard;

    /// <summary>Runs operations until one is answered differently.</summary>
    /// <param name="operations">The number of operations.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The first difference, or the first broken law; null when there is none.</returns>
    public async Task<string?> FindDifferenceAsync(int operations, CancellationToken cancellationToken)
    {
        for (int i = 1; i <= operations; i++)
        {
            _now += TimeSpan.FromSeconds(_random.Next(600));
            StoreOperation operation = Next();
            string expected = await operation(_model, isModel: true, cancellationToken);
            string actual = await operation(store, isModel: false, cancellationToken);
            if (expected != actual)
            {
                return Describe(i, $"{operation.Method.Name}\nexpected: {expected}\nactual:   {actual}");
            }

            bool isTimeForLaws = i % OperationsBetweenLaws == 0 || i == operations;
            if (isTimeForLaws && await FindBreachAsync(cancellationToken) is { } breach)
            {
                return Describe(i, breach);
            }
        }

        return null;
    }

    private delegate Task<string> StoreOperation(object store, bool isModel, CancellationToken cancellationToken);

    private StoreOperation Next() => _random.Next(100) switch
    {
        < 14 => Append(),
        < 18 => AppendAll(),
        < 22 => Register(),
        < 24 => RegisterAll(),
        < 27 => Merge(),
        < 28 => HandOver(),
        < 34 => Save(),
        < 41 => Claim(),
        < 59 => Commit(),
        < 65 => ReadVersions(),
        < 69 => ReadArticles(),
        < 72 => ReadVisits(),
        < 78 => ReadEvents(),
        < 81 => Subscribe(),
        < 88 => Deliver(),
        < 89 => ForgetLetter(),
        < 90 => ReadAgain(),
        < 93 => Hide(),
        < 94 => Prune(),
        < 95 => Count(),
        _ => Search(),
    };

    private async Task<string?> FindBreachAsync(CancellationToken cancellationToken)
    {
        await settle();
        return await _laws.FindBreachAsync(store, cancellationToken);
    }

    private string Describe(int operation, string difference) => string.Create(
        CultureInfo.InvariantCulture, $"seed {seed}, operation {operation}: {difference}");

    /// <summary>An id; those of registered articles have a source, which searches can name.</summary>
    private string Article() => _random.Next(3) == 0
        ? ArticleRegistration.ComputeId($"key {_random.Next(6)}")
        : $"article {_random.Next(8)}";

    private Uri Url() => new($"https://{Sites[_random.Next(Sites.Length)]}/{_random.Next(6)}");

    private string Site() => Sites[_random.Next(Sites.Length)];

    private int? Perhaps(int oneIn, int from, int to) => _random.Next(oneIn) == 0 ? _random.Next(from, to) : null;
}
