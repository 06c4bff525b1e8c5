using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>The registered stores of one tracker, by the data that they keep.</summary>
internal sealed class StoreParts(TrackerServices services, TrackerOptions options)
{
    public IVersionStore? Versions { get; } = services.Find<IVersionStore>();

    public IArticleCatalog? Catalog { get; } = options.Catalog ?? services.Find<IArticleCatalog>();

    public ISubscriptionStore? Subscriptions { get; } = options.Subscriptions ?? services.Find<ISubscriptionStore>();

    public IVisitStore? Visits { get; } = options.Visits ?? services.Find<IVisitStore>();

    /// <summary>Throws when two stores would each keep a part of the data.</summary>
    /// <remarks>A store that the options name is meant to be separate.</remarks>
    public void RefuseSplit()
    {
        object?[] stores = [Versions, Catalog, Subscriptions, Visits];
        foreach (object store in stores.OfType<object>().Distinct())
        {
            RefuseSplit<IVersionStore>(store, Versions);
            RefuseSplit<IArticleCatalog>(store, options.Catalog is null ? Catalog : null);
            RefuseSplit<ISubscriptionStore>(store, options.Subscriptions is null ? Subscriptions : null);
            RefuseSplit<IVisitStore>(store, options.Visits is null ? Visits : null);
        }
    }

    private static void RefuseSplit<T>(object store, T? used)
        where T : class
    {
        if (store is T && used is not null && !ReferenceEquals(store, used))
        {
            throw new InvalidOperationException(
                $"The data would be split between two stores: {used.GetType()} is registered as {typeof(T).Name}, while "
                + $"{store.GetType()}, which also implements it, is registered for other data. Register one store for "
                + $"all of {nameof(IVersionStore)}, {nameof(IArticleCatalog)}, {nameof(ISubscriptionStore)} and "
                + $"{nameof(IVisitStore)}, or name the part that belongs elsewhere in {nameof(TrackerOptions)}.");
        }
    }
}
