using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Quality;

/// <summary>What was done about how many anomalies, in how many bodies.</summary>
public sealed record AnomaliesTreated(int Anomalies, int Bodies);

/// <summary>The anomalies that somebody is about to act upon, their dossiers locked until the end of the transaction.</summary>
internal sealed record HeldAnomalies(CampaignSurvey Survey, IReadOnlyList<AnomalyLine> Lines, IReadOnlyDictionary<AnomalyKey, Anomaly> Rows)
{
    public Campaign Campaign => Survey.Campaign;
}

/// <summary>What every act on anomalies begins and ends with.</summary>
public sealed class AnomalyWork(AppDb db, AnomalyList list, DossierStore dossiers, OutboxWriter outbox)
{
    public const int MostText = 2000;
    public const string TextField = "texte";

    /// <summary>Null when one of them is not there, or is not this person's to act upon.</summary>
    internal async Task<HeldAnomalies?> HoldAsync(Actor actor, int year, IReadOnlyCollection<AnomalyKey> keys, Func<AnomalyLine, bool> mine, CancellationToken cancel)
    {
        if (await list.Sources.CampaignAsync(year, cancel) is not { } campaign)
        {
            return null;
        }

        await dossiers.LockAsync([.. keys.Select(k => k.Submission).Distinct()], cancel);
        var wanted = keys.ToHashSet();
        var survey = await list.Sources.SurveyAsync(campaign, cancel);
        var lines = (await list.RunAsync(actor, survey, cancel)).Where(l => wanted.Contains(l.Key) && mine(l)).ToList();
        if (lines.Count != wanted.Count)
        {
            return null;
        }

        var ids = lines.Where(l => l.Anomaly is not null).Select(l => l.Anomaly!.Id).ToList();
        var rows = await db.Anomalies.Include(a => a.Acts).Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        return new HeldAnomalies(survey, lines, rows.ToDictionary(a => new AnomalyKey(a.SubmissionId, a.Rule, a.Variable)));
    }

    /// <summary>Adds an act, to the row of the anomaly or to a new one.</summary>
    internal Anomaly Do(HeldAnomalies held, AnomalyLine line, Actor actor, DateTimeOffset now, AnomalyActKind kind, string? text, AnomalyDecision? decision = null, bool? isMistaken = null)
    {
        if (!held.Rows.TryGetValue(line.Key, out var row))
        {
            row = new Anomaly
            {
                CampaignId = held.Campaign.Id, SubmissionId = line.Key.Submission, Organization = line.Place.Code, Rule = line.Key.Rule, Variable = line.Key.Variable,
                OwnerId = actor.Id, Owner = actor.Name,
            };
            db.Anomalies.Add(row);
        }

        if (kind != AnomalyActKind.Answered)
        {
            (row.OwnerId, row.Owner) = (actor.Id, actor.Name);
        }

        var act = row.Do(new AnomalyAct
        {
            AnomalyId = row.Id, Sequence = row.Acts.Count + 1, Kind = kind, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id,
            Text = string.IsNullOrWhiteSpace(text) ? null : text, Value = line.Value, Decision = decision, IsMistaken = isMistaken,
        });
        db.AnomalyActs.Add(act);
        return row;
    }

    /// <summary>Tells what was done, a message a body, in the same transaction.</summary>
    internal Task TellAsync(HeldAnomalies held, Actor actor, string code, Audience to, DateTimeOffset now, CancellationToken cancel) => outbox.TellAsync(
        actor,
        [.. from body in held.Lines.GroupBy(l => l.Place.Code)
            let place = body.First().Place
            select new Happening(MessageKind.Comment, code, place, to, $"/qualite/{held.Campaign.Year}", place.ShortName, $"{held.Campaign.Year}", actor.Name)
            {
                Lines = [.. body.Select(l => new MessageLine(l.Variable.Label, null, l.Key.PathIn(held.Campaign.Year)))],
            }],
        now, cancel);

    /// <summary>Tells that indicators were returned, as the review does.</summary>
    internal Task TellReturnedAsync(Actor actor, IReadOnlyList<(Dossier Dossier, IReadOnlyCollection<BlockKey> Blocks)> returned, DateTimeOffset now, CancellationToken cancel) =>
        outbox.TellAsync(actor, [.. returned.SelectMany(r => ReviewNews.Of(r.Dossier, actor, r.Blocks))], now, cancel);

    /// <summary>One problem for each anomaly that is no longer where the act needs it.</summary>
    internal static IEnumerable<Problem> NotFit(IEnumerable<AnomalyLine> lines, Func<AnomalyLine, bool> fits) =>
        lines.Where(l => !fits(l)).Select(l => new Problem("quality.state-changed", l.Key.ToString(), l.Place.ShortName, l.Variable.Label));

    internal static AnomaliesTreated Treated(IReadOnlyList<AnomalyLine> lines) => new(lines.Count, lines.Select(l => l.Place.Code).Distinct().Count());
}
