using System.Data.Common;
using System.Runtime.CompilerServices;
using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The followed feeds, as all databases store them.</summary>
internal static class SubscriptionTable
{
    public const string Columns = "url, added_at, title, source, filter";

    public static (string Name, object? Value)[] Parameters(Subscription subscription) =>
    [
        ("@url", subscription.Url),
        ("@added_at", subscription.AddedAt),
        ("@title", subscription.Title),
        ("@source", subscription.Source),
        ("@filter", subscription.Filter?.ToString()),
    ];

    /// <summary>Removes every row for the feed at an address.</summary>
    /// <remarks>A row of an earlier version may also hold a password.</remarks>
    public static ValueTask<bool> RemoveAsync(ISqlDatabase database, Uri url, CancellationToken cancellationToken)
    {
        ThrowIfNotAbsolute(url);
        return DeleteAsync(database, url, cancellationToken);
    }

    /// <summary>Finds a feed by its address.</summary>
    public static ValueTask<Subscription?> FindAsync(
        ISqlDatabase database,
        Uri url,
        CancellationToken cancellationToken)
    {
        ThrowIfNotAbsolute(url);
        return SelectAsync(database, url, cancellationToken);
    }

    private static void ThrowIfNotAbsolute(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException(
                $"The address '{url}' is not absolute. Give it with scheme and host.", nameof(url));
        }
    }

    private static async ValueTask<Subscription?> SelectAsync(
        ISqlDatabase database,
        Uri url,
        CancellationToken cancellationToken)
    {
        // One of an earlier version may be stored with a user name or password.
        List<Subscription> found = await database.QueryAsync(
            $"SELECT {Columns} FROM {database.Prefix}subscription WHERE url = @url OR url LIKE '%@%'",
            Read,
            [("@url", url)],
            cancellationToken).ConfigureAwait(false);
        return found.Find(feed => feed.Url.AbsoluteUri == url.AbsoluteUri);
    }

    private static async ValueTask<bool> DeleteAsync(
        ISqlDatabase database,
        Uri url,
        CancellationToken cancellationToken)
    {
        List<string?> stored = await database.QueryAsync(
            $"SELECT url FROM {database.Prefix}subscription",
            row =>
            {
                var lenient = new LenientRow(row);
                return ReadUrl(lenient).AbsoluteUri == url.AbsoluteUri
                    ? lenient.Read(0, DbDataReaderExtensions.TextOrNull, null)
                    : null;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        int removed = 0;
        foreach (string row in stored.OfType<string>())
        {
            removed += await database.ExecuteAsync(
                $"DELETE FROM {database.Prefix}subscription WHERE url = @url", [("@url", row)], cancellationToken)
                    .ConfigureAwait(false);
        }

        return removed > 0;
    }

    /// <summary>Reads all followed feeds.</summary>
    /// <param name="database">The database.</param>
    /// <param name="ordinal">The column that grows with each new feed.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async IAsyncEnumerable<Subscription> ReadAsync(
        ISqlDatabase database, string ordinal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Subscription> subscriptions = await database.QueryAsync(
            $"SELECT {Columns} FROM {database.Prefix}subscription ORDER BY {ordinal}",
            Read,
            [],
            cancellationToken).ConfigureAwait(false);
        foreach (Subscription subscription in subscriptions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return subscription;
        }
    }

    /// <summary>Reads an address.</summary>
    /// <remarks>Rows of earlier versions may have a user and password, which subscriptions refuse.</remarks>
    private static Uri ReadUrl(LenientRow row)
    {
        Uri url = row.ReadUrl(0);
        return url.UserInfo.Length == 0 ? url : new UriBuilder(url) { UserName = "", Password = "" }.Uri;
    }

    private static Subscription Read(DbDataReader row)
    {
        var lenient = new LenientRow(row);
        var subscription = new Subscription
        {
            Url = ReadUrl(lenient),
            AddedAt = lenient.Read(1, DbDataReaderExtensions.Instant, DateTimeOffset.UnixEpoch),
            Title = lenient.Read(2, DbDataReaderExtensions.TextOrNull, null),
            Source = lenient.Read(3, DbDataReaderExtensions.TextOrNull, null),
            Filter = lenient.Read(
                4,
                static (reader, column) => reader.TextOrNull(column) is { } text ? EntryFilter.Parse(text) : null,
                null),
        };
        return subscription with { Fault = lenient.Fault };
    }
}
