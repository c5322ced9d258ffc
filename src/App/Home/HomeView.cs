using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Home;

/// <summary>What a person must do, until when, and how things stand: a part for each thing that they come to do.</summary>
/// <param name="Campaign">The latest; null while there is none.</param>
/// <param name="Bodies">Those that the person answers or signs for.</param>
/// <param name="Reviewed">Those that the person reviews for a fund.</param>
/// <param name="National">All of them, for who accepts.</param>
/// <param name="Results">The last results, for who reads them without entering anything.</param>
/// <param name="ShowsGuide">Whether the guide of the first visit was not dismissed yet.</param>
public sealed record HomeView(
    Campaign? Campaign, IReadOnlyList<BodyHome> Bodies, ProgressHome? Reviewed, ProgressHome? National, ResultsHome? Results, AccountsHome? Accounts,
    bool ShowsGuide = false);

/// <summary>The dossier of a body of one's own.</summary>
/// <param name="Returned">What the level above sent back, with its reason.</param>
/// <param name="SentBack">The last time the direction handed it back to entry, unless it was signed since.</param>
public sealed record BodyHome(
    Dossier Dossier, IReadOnlyList<(Block Block, Review Review)> Returned, SendBack? SentBack, ResultsHome? LastYear, bool Enters, bool Signs)
{
    /// <summary>The later end of entry that the body was given; null: the campaign's.</summary>
    public EntryExtension? Extension { get; init; }
}

/// <summary>How far some dossiers of a campaign are.</summary>
public sealed record ProgressHome(Campaign Campaign, IReadOnlyList<SubmissionLine> Lines, DossierNews News)
{
    public IReadOnlyList<SubmissionLine> Late => [.. Lines.Where(l => l.Late)];

    public IReadOnlyList<SubmissionLine> Waiting => [.. Lines.Where(ReviewDesk.IsWaiting)];

    public IReadOnlyList<SubmissionLine> ReadyToAccept => [.. Lines.Where(l => l.State == SubmissionState.Validated)];

    /// <summary>Those with something to mend or to explain, the most first.</summary>
    public IReadOnlyList<SubmissionLine> Faulty =>
        [.. Lines.Where(l => l.Blocking + l.ToExplain > 0).OrderByDescending(l => l.Blocking + l.ToExplain)];

    public int Faults => Lines.Sum(l => l.Blocking + l.ToExplain);

    public int In(SubmissionState state) => Lines.Count(l => l.State == state);
}

/// <summary>What was done on some dossiers since the day before; each dossier is told once, by what matters most.</summary>
public sealed record DossierNews(
    DateTimeOffset Since, IReadOnlyList<SubmissionLine> Signed, IReadOnlyList<SubmissionLine> Accepted, IReadOnlyList<SubmissionLine> Validated,
    IReadOnlyList<SubmissionLine> Returned, IReadOnlyList<SubmissionLine> Entered)
{
    public bool IsEmpty => Signed.Count + Accepted.Count + Validated.Count + Returned.Count + Entered.Count == 0;
}

/// <summary>The validated figures of a node for a year, each with the one of the year before.</summary>
public sealed record ResultsHome(Campaign Campaign, Framework Framework, NodeKey Node, string Name, IReadOnlyList<FigureLine> Lines);

/// <summary>What waits for whoever administers the accounts.</summary>
/// <param name="Waiting">Invitations that were not used yet, the first to expire first.</param>
/// <param name="Expired">Invitations that nobody used in time.</param>
/// <param name="WithoutRole">Accounts that may see nothing.</param>
/// <param name="WithoutContributor">Bodies of the campaign for which nobody may enter anything.</param>
/// <param name="LastAct">When the trail was last written.</param>
public sealed record AccountsHome(
    IReadOnlyList<InvitationLine> Waiting, int Expired, int Active, int WithoutRole, int WithoutContributor, int WithoutDirector, int Bodies,
    DateTimeOffset? LastAct);
