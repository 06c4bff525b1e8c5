using NewsDiff.Fetching;
using NewsDiff.Pages.Managing;

namespace NewsDiff.Pages;

/// <summary>Manages what a tracker follows, by pages with plain forms.</summary>
/// <remarks>
/// <para>It decides nothing about who may use it: whoever can send it a form can add and remove feeds and erase texts.
/// <c>MapNewsDiff</c> of <c>NewsDiff.AspNetCore</c> puts it behind a policy.</para>
/// <para>What a person typed, and what was read for a preview, is kept in memory for half an hour. Instances are safe
/// for concurrent use.</para>
/// </remarks>
public sealed class ManageDesk
{
    private readonly DeskRoom _room;
    private readonly DeskReader _reader;
    private readonly DeskClerk _clerk;

    /// <summary>Makes a desk.</summary>
    /// <param name="tracker">The tracker whose store is changed.</param>
    /// <param name="client">The way to the web for previews; it is not disposed.</param>
    /// <param name="care">Takes versions down.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ManageDesk(ArticleTracker tracker, PoliteClient client, IVersionCare care, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(care);
        _room = new DeskRoom(tracker, client, care, clock ?? TimeProvider.System);
        _reader = new DeskReader(_room);
        _clerk = new DeskClerk(_room);
    }

    /// <summary>Reads articles for previews; null for the usual way. The default is null.</summary>
    public IArticleFetcher? Fetcher { get => _room.Fetcher; init => _room.Fetcher = value; }

    /// <summary>Loads a page.</summary>
    /// <param name="address">The address: <see cref="PageAddress.Manage"/>.</param>
    /// <param name="token">The field that proves that a form is the site's own: its name and value.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The page; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public Task<Page?> LoadAsync(
        PageAddress address, KeyValuePair<string, string> token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _reader.LoadAsync(address, token, cancellationToken);
    }

    /// <summary>Does what a form asks for.</summary>
    /// <remarks>What is wrong with a field is told on the page to go to.</remarks>
    /// <param name="action">The last part of the form's address.</param>
    /// <param name="fields">The fields of the form; a missing one is empty.</param>
    /// <param name="by">Who asks for it, for the log of takedowns.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The page to go to; null when there is no such action or target.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PageAddress?> PostAsync(
        string action,
        IReadOnlyDictionary<string, string> fields,
        string by,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(by);
        return _clerk.PostAsync(action, fields, by, cancellationToken);
    }
}
