using System.Globalization;

namespace NewsDiff.Evaluation.Schedule;

/// <summary>How well a schedule saw the edits of many articles, and what it cost.</summary>
internal sealed class ScheduleScore
{
    private readonly List<TimeSpan> _delays = [];
    private int _articles;
    private int _visits;
    private int _edits;
    private int _states;
    private int _captured;

    public const string Heading =
        "half     policy        edits seen   states   median    p90    p90 of all  fetches an article";

    public void AddVisit() => _visits++;

    /// <summary>Adds an edit that a visit saw, itself or with later ones, by the time until then.</summary>
    public void AddDelay(TimeSpan delay) => _delays.Add(delay);

    /// <summary>Adds an article at the end of its year.</summary>
    /// <param name="edits">Its edits.</param>
    /// <param name="captured">The states that visits found; state 0 is the text before any edit.</param>
    public void AddArticle(List<ScheduledEdit> edits, HashSet<int> captured)
    {
        HashSet<int> states = [.. edits.Select(edit => edit.State)];
        states.Remove(0);
        _articles++;
        _edits += edits.Count;
        _states += states.Count;
        _captured += states.Count(captured.Contains);
    }

    public string Line(string half, string policy)
    {
        string visits = string.Create(CultureInfo.InvariantCulture, $"{(double)_visits / _articles,11:F1}");
        if (_edits == 0)
        {
            return $"{half,-8} {policy,-12} {visits,60}";
        }

        _delays.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{half,-8} {policy,-12} {100.0 * _delays.Count / _edits,9:F1} % {100.0 * _captured / _states,6:F1} % "
            + $"{HoursAt(_delays.Count / 2),8} {HoursAt(_delays.Count * 9 / 10),8} {HoursAt(_edits * 9 / 10),9} "
            + $"{visits}");
    }

    private string HoursAt(int index) => index < _delays.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{_delays[index].TotalHours:F1} h")
        : "never";
}
