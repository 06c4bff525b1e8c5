using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>Pauses, resumes and ends the visits to a feed or an article.</summary>
internal sealed class VisitSwitch(DeskRoom room)
{
    internal Task PauseAsync(Visit first, CancellationToken stop) => ChangeAsync(
        first, static visit => visit with { State = VisitState.Paused, DueAt = null }, stop);

    internal Task ResumeAsync(Visit first, CancellationToken stop)
    {
        DateTimeOffset now = room.Clock.GetUtcNow();
        return ChangeAsync(first, visit => visit with { State = VisitState.Active, DueAt = now }, stop);
    }

    internal Task EndAsync(Visit first, CancellationToken stop) => ChangeAsync(
        first, static visit => visit with { State = VisitState.Removed, DueAt = null }, stop);

    /// <summary>Changes the stored visit, or stores the first one.</summary>
    private async Task ChangeAsync(Visit first, Func<Visit, Visit> change, CancellationToken stop)
    {
        bool isSaved = false;
        while (!isSaved)
        {
            // A tracker may be making it just now: what that saves must not undo what a person decided.
            Visit visit = await room.Tracker.Visits.FindVisitAsync(first.Kind, first.Target, stop).ConfigureAwait(false)
                ?? first;
            isSaved = await room.Tracker.Visits.SaveVisitAsync(change(visit), stop).ConfigureAwait(false);
        }
    }
}
