namespace NewsDiff.Pages;

/// <summary>The length of a bar of time: a day, a week from Monday, or a month, all in UTC.</summary>
internal enum ActivitySpan
{
    Day = 1,
    Week,
    Month,
}
