using System.Globalization;
using NewsDiff.Events;

namespace NewsDiff.Tests.Judgement;

/// <summary>A page whose answers change at stated hours, and a tracker that visits it when it is due.</summary>
/// <remarks>
/// A timeline is a list of steps such as <c>B@5.5</c>: from five and a half hours on, the page answers as B. A step may
/// also be <c>restart@3</c>, or a jump of the clock by hours, <c>clock-48@3</c>.
/// </remarks>
internal sealed class Timeline(JudgedSite room, Func<string, ScriptedAnswer> answerOf, string path = "/story")
{
    /// <summary>A host makes passes all the time: what a wrong clock planned is noticed.</summary>
    private const double MostHoursBetweenPasses = 6;

    private readonly DateTimeOffset _start = room.Clock.Now;
    private TimeSpan _jumped;

    /// <summary>The hours that have passed, whatever the clock says.</summary>
    private double Hours => (room.Clock.Now - _start - _jumped).TotalHours;

    /// <summary>Plays a timeline for some hours; each visit is made when it is due.</summary>
    public async Task PlayAsync(string timeline, double hours)
    {
        (string Name, double At)[] steps = [.. timeline.Split(' ').Select(step => step.Split('@'))
            .Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture)))];
        (string Name, double At)[] pages = [.. steps.Where(step => !IsJump(step.Name))];
        Queue<(string Name, double At)> jumps = new(steps.Where(step => IsJump(step.Name)));
        room.Site.Script(path, _ => answerOf(pages.Last(step => step.At <= Hours + 0.0001).Name));
        await room.AskAsync(path);
        while (true)
        {
            double due = Hours + Math.Clamp((await DueAsync() - room.Clock.Now).TotalHours, 0, MostHoursBetweenPasses);
            if (jumps.TryPeek(out (string Name, double At) jump) && jump.At <= Math.Min(due, hours))
            {
                Wait(jump.At);
                Jump(jumps.Dequeue().Name);
            }
            else if (due > hours)
            {
                Wait(hours);
                return;
            }
            else
            {
                Wait(due);
                int made = await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
                Wait(Hours + (made == 0 ? 0.1 : 0));
            }
        }
    }

    /// <summary>The kinds of all events, in order.</summary>
    public async Task<string> EventsAsync() => string.Join(' ', await room.Store
        .ReadEventsAsync(new EventQuery(), JudgedSite.Stop).Select(happened => happened.Kind.ToString())
        .ToListAsync(JudgedSite.Stop));

    private static bool IsJump(string name) =>
        name == "restart" || name.StartsWith("clock", StringComparison.Ordinal);

    private async Task<DateTimeOffset> DueAsync() =>
        (await room.Store.ReadVisitsAsync(JudgedSite.Stop).Where(visit => visit.DueAt is not null)
            .ToListAsync(JudgedSite.Stop))
            .Select(visit => visit.DueAt!.Value).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    private void Wait(double until) => room.Clock.Advance(TimeSpan.FromHours(Math.Max(0, until - Hours)));

    private void Jump(string name)
    {
        if (name == "restart")
        {
            room.Restart();
            return;
        }

        var by = TimeSpan.FromHours(double.Parse(name.AsSpan("clock".Length), CultureInfo.InvariantCulture));
        _jumped += by;
        room.Clock.AdjustTime(room.Clock.Now + by);
    }
}
