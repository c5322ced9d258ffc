using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.FollowUp;

/// <summary>By what the bodies are gathered.</summary>
public enum Gathering { Branch, Network, Region, Size }

/// <summary>How far some bodies are: how many, and the staff that they weigh.</summary>
/// <param name="Key">Branch, network, INSEE code of a region (empty: none) or size class.</param>
public sealed record Completeness(string Key, IReadOnlyList<SubmissionLine> Lines, Campaign Campaign)
{
    public int Expected => Lines.Count;

    public int NotStarted => Lines.Count(l => l.State == SubmissionState.NotStarted);

    public int Started => Expected - NotStarted;

    public int Signed => Lines.Count(l => l.FirstSignedAt is not null);

    public int Validated => Lines.Count(l => l.State is SubmissionState.Validated or SubmissionState.Accepted);

    public int Accepted => Lines.Count(l => l.State == SubmissionState.Accepted);

    /// <summary>Signed for the first time by the term of the body.</summary>
    public int OnTime => Lines.Count(l => l.FirstSignedAt is { } at && at < l.EntryTermIn(Campaign).AddSeconds(1));

    /// <summary>Not signed, and the term of the body is over.</summary>
    public int Late => Lines.Count(l => l.Late);

    /// <summary>Share of the known staff that is in the bodies that signed, between 0 and 1; null when no staff is known.</summary>
    public decimal? SignedStaff => Lines.Sum(l => l.Staff ?? 0) is > 0 and var all ? Lines.Where(l => l.FirstSignedAt is not null).Sum(l => l.Staff ?? 0) / all : null;
}

/// <summary>How many dossiers had come so far at the end of a day, in Paris.</summary>
public sealed record ProgressDay(DateOnly Day, int Started, int Signed, int Validated, int Accepted);

/// <summary>How an indicator is answered, in what is signed.</summary>
public sealed record IndicatorAnswers(Indicator Indicator, Figure Figure);

/// <summary>Somebody to call.</summary>
public sealed record CallPerson(string Name, string Email, Domain.Accounts.Role Role);

/// <summary>A body to call: what is late, since when, and who answers for it.</summary>
public sealed record CallLine(SubmissionLine Line, DateTimeOffset Term, IReadOnlyList<CallPerson> People)
{
    /// <summary>The day by which it is expected.</summary>
    public DateOnly Day => Deadline.DayAt(Term);
}

/// <summary>The follow-up of a campaign, for the bodies that were asked for.</summary>
/// <param name="All">All that this person follows, before the filter.</param>
public sealed record FollowUpView(
    Campaign Campaign, IReadOnlyList<int> Years, IReadOnlyList<SubmissionLine> All, Completeness Whole, IReadOnlyList<Completeness> Groups, IReadOnlyList<ProgressDay> Days,
    IReadOnlyList<IndicatorAnswers> Indicators, IReadOnlyList<CallLine> Calls);
