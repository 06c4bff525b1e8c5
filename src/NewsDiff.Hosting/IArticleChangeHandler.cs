using NewsDiff.Events;

namespace NewsDiff.Hosting;

/// <summary>Handles the changes that are found, and whatever else happens to articles.</summary>
/// <remarks>
/// <para>
/// Register any number, of any lifetime. Each is called with one event at a time, in the order of the event log, while
/// the tracker continues; handlers do not wait for each other. The store remembers how far each has come: after a
/// restart or a crash, the handler continues with the next event. A new handler begins with events from then on.
/// </para>
/// <para> Delivery is at least once. An event that was handled just before a crash comes again with the same
/// <see cref="ArticleEvent.Id"/>. A handler that throws, or exceeds
/// <see cref="NewsDiffHostOptions.HandlerTimeout"/>, gets the event again, after 1 second, then 2, 4 and so on up to
/// 1 hour. After 12 attempts, the event is put aside as a <see cref="DeadLetter"/>, and the next one follows.
/// A handler that throws <see cref="HandlerPostponedException"/> gets the event again at the time that it names.
/// </para>
/// <para>
/// With a store that keeps no events (no <see cref="IEventDeliveryStore"/>), events are kept in memory and lost when
/// the process ends.
/// </para>
/// </remarks>
public interface IArticleChangeHandler
{
    /// <summary>The name under which the store remembers how far it has come.</summary>
    /// <remarks>The default is the name of its type; set it if the type may be renamed.</remarks>
    string Name => GetType().FullName ?? GetType().Name;

    /// <summary>Whether the handler wants a notice. The default is yes.</summary>
    /// <remarks>
    /// A notice that is not wanted is neither delivered nor counted for a digest. The method may be called again for a
    /// notice, and must return the same value. If it throws, the notice is delivered.
    /// </remarks>
    /// <param name="notice">What happened, with the versions that it concerns.</param>
    /// <returns>False to skip the notice.</returns>
    bool Wants(ArticleNotice notice) => true;

    /// <summary>Handles one change.</summary>
    /// <param name="change">The change; it is compared on first use.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the time limit is reached.</param>
    /// <returns>A task that completes when the change is handled; the next event then follows.</returns>
    ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken);

    /// <summary>Handles anything that happened. The default handles changes and ignores the rest.</summary>
    /// <param name="notice">What happened, with the versions that it concerns.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the time limit is reached.</param>
    /// <returns>A task that completes when the notice is handled; the next one then follows.</returns>
    ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Change is { } change ? HandleAsync(change, cancellationToken) : ValueTask.CompletedTask;
    }
}
