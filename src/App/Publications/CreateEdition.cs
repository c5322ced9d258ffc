using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>An edition that was made.</summary>
public sealed record EditionMade(int Number, string Sha256);

/// <summary>Freezes what is validated of a year as a new edition: the first one, or one that corrects what was published.</summary>
public sealed class CreateEdition(AppDb db, EditionMaker maker, SigningKeys keys, Writing writing)
{
    public const string ReasonField = "motif";
    public const int MostReason = 1000;

    /// <param name="reason">Why it corrects what was published, for the public; empty when it corrects nothing (the command may leave it out).</param>
    public async Task<Outcome<EditionMade>> RunAsync(Actor actor, int year, string reason, Guid key, CancellationToken cancel)
    {
        if (!actor.May(Permission.PreparePublication))
        {
            return Outcome.Missing<EditionMade>();
        }

        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return Outcome.Refused<EditionMade>(new Problem("campaigns.year-unknown", null, year));
        }

        var written = WrittenText.Clean(reason);
        var problems = await RefusalsAsync(actor, campaign, written, cancel);
        if (problems.Count > 0)
        {
            return Outcome.Refused<EditionMade>(problems);
        }

        // Figures take a while to read: nobody who writes waits for it, and they are all of one instant.
        Outcome<EditionDraft> read;
        await using (await ReadSnapshot.BeginAsync(db, cancel))
        {
            read = await maker.DraftAsync(actor, campaign, cancel);
        }

        return read switch
        {
            Outcome<EditionDraft>.Done done => await writing.OnceAsync(key, now => KeepAsync(actor, campaign, done.Value, written, now, cancel), cancel),
            Outcome<EditionDraft>.Refused refused => Outcome.Refused<EditionMade>(refused.Problems),
            _ => Outcome.Missing<EditionMade>(),
        };
    }

    private async Task<Outcome<EditionMade>> KeepAsync(Actor actor, Campaign campaign, EditionDraft draft, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        await EditionTurn.TakeAsync(db, cancel);
        if (await maker.CorrectedAsync(campaign, cancel) != draft.Corrects)
        {
            return new Outcome<EditionMade>.Stale([new Problem("publications.overtaken", null)]);
        }

        var number = (await db.Editions.MaxAsync(e => (int?)e.Number, cancel) ?? 0) + 1;
        // To the second, as it is written in the file.
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var head = await maker.HeadAsync(campaign, number, draft.Corrects, draft.Corrects is null || reason.Length == 0 ? null : reason, at, cancel);
        List<EditionSection> sections = [EditionSections.Of(head), .. draft.Sections];
        var seal = EditionSections.Seal(sections.Select(s => KeyValuePair.Create(s.Name, s.Sha256)));
        var signature = await keys.SignAsync(seal, now, cancel);
        db.Editions.Add(new Edition
        {
            Number = number, CampaignId = campaign.Id, Year = campaign.Year, Title = head.Title, Corrects = head.Corrects, Reason = head.Reason, CreatedAt = now,
            CreatedBy = actor.Name, CreatedById = actor.IsCommand ? null : actor.Id, Figures = draft.Figures, Secrets = draft.Secrets, Sha256 = seal, SignedWith = signature.Key, Signature = signature.Value,
        });
        await db.SaveChangesAsync(cancel);
        await BulkInsert.WriteAsync(db, [.. sections.Select(s => EditionPart.Of(number, s))], cancel);
        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("publications.create", null, campaign.Id, null, new { number, campaign.Year, head.Corrects, head.Reason, seal })], cancel);
        return Outcome.Done(new EditionMade(number, seal));
    }

    private async Task<List<Problem>> RefusalsAsync(Actor actor, Campaign campaign, string reason, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        if (!await maker.HasFiguresAsync(campaign, cancel))
        {
            problems.Add(new Problem("publications.nothing-validated", null, campaign.Year));
        }

        if (await maker.CorrectedAsync(campaign, cancel) is not null
            && WrittenText.Refusal(reason, ReasonField, MostReason, actor.IsCommand ? null : "publications.reason-empty") is { } unfit)
        {
            problems.Add(unfit);
        }

        if (await keys.RefusalAsync(cancel) is { } key)
        {
            problems.Add(key);
        }

        return problems;
    }
}
