using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Evidence;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>Adds a file or a link beside an answer. Bytes, row, tie and trail are one transaction: none exists without the others.</summary>
public sealed class AddEvidence(AppDb db, EvidenceDesk desk, MalwareScan scan, Writing writing)
{
    public async Task<Outcome<EvidenceAdded>> FileAsync(
        Actor actor, Guid submission, VariableCode variable, EvidenceTyped typed, SentFile? file, Guid key, CancellationToken cancel)
    {
        // Looked at and searched before the turn of the writers, and only for who may add it.
        if (!await desk.MayAsync(actor, submission, variable, cancel))
        {
            return Outcome.Missing<EvidenceAdded>();
        }

        var problems = new List<Problem>();
        typed.Read(problems);
        EvidenceType? type = null;
        switch (file is null ? Outcome.Refused<EvidenceType>(new Problem("evidence.file-missing", EvidenceTyped.FileField)) : FileInspection.Read(file.Name, file.Content, EvidenceTyped.FileField))
        {
            case Outcome<EvidenceType>.Done done: type = done.Value; break;
            case Outcome<EvidenceType>.Refused refused: problems.AddRange(refused.Problems); break;
        }

        var verdict = problems.Count == 0 ? await scan.OfAsync(file!.Content, cancel) : ScanVerdict.None;
        if (problems.Count == 0 && Refusal(verdict) is { } code)
        {
            problems.Add(new Problem(code, EvidenceTyped.FileField));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EvidenceAdded>(problems);
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(file!.Content));
        return await writing.OnceAsync(
            key,
            now => AddAsync(actor, submission, variable, typed, now, EvidenceTyped.FileField, file.Content, (title, from, until, organization, year) => new EvidencePiece
            {
                Organization = organization, Year = year, Kind = EvidenceKind.File, Title = title, FileName = EvidenceName.Kept(file.Name), Extension = type!.Extension,
                Size = file.Content.LongLength, Sha256 = sha, Scan = verdict == ScanVerdict.Clean ? ScanState.Clean : ScanState.NotScanned, From = from, Until = until,
                AddedAt = now, AddedBy = actor.Name, AddedById = actor.IsCommand ? null : actor.Id,
            }, cancel),
            cancel);
    }

    /// <param name="withFile">Whether a file was sent as well: it is one or the other.</param>
    public Task<Outcome<EvidenceAdded>> LinkAsync(
        Actor actor, Guid submission, VariableCode variable, EvidenceTyped typed, string link, bool withFile, Guid key, CancellationToken cancel) => writing.OnceAsync(
            key,
            async now =>
            {
                if (!await desk.MayAsync(actor, submission, variable, cancel))
                {
                    return Outcome.Missing<EvidenceAdded>();
                }

                var problems = new List<Problem>();
                typed.Read(problems);
                if (withFile)
                {
                    problems.Add(new Problem("evidence.file-or-link", EvidenceTyped.LinkField));
                }

                var read = EvidenceLink.Read(link, EvidenceTyped.LinkField);
                if (read is Outcome<string>.Refused refused)
                {
                    problems.AddRange(refused.Problems);
                }

                return read is not Outcome<string>.Done { Value: var url } || problems.Count > 0
                    ? Outcome.Refused<EvidenceAdded>(problems)
                    : await AddAsync(actor, submission, variable, typed, now, EvidenceTyped.LinkField, null, (title, from, until, organization, year) => new EvidencePiece
                    {
                        Organization = organization, Year = year, Kind = EvidenceKind.Link, Title = title, Url = url, From = from, Until = until,
                        AddedAt = now, AddedBy = actor.Name, AddedById = actor.IsCommand ? null : actor.Id,
                    }, cancel);
            },
            cancel);

    private async Task<Outcome<EvidenceAdded>> AddAsync(
        Actor actor, Guid submission, VariableCode variable, EvidenceTyped typed, DateTimeOffset now, string place, byte[]? content,
        Func<string, DateOnly, DateOnly?, Domain.Organizations.OrganizationCode, int, EvidencePiece> make, CancellationToken cancel)
    {
        if (await desk.LockAsync(actor, submission, variable, cancel) is not { } dossier)
        {
            return Outcome.Missing<EvidenceAdded>();
        }

        var problems = EvidenceGuards.Adding(dossier, now).ToList();
        var (title, from, until) = typed.Read(problems);
        var piece = make(title, from, until, dossier.Submission.Organization, dossier.Campaign.Year);
        var (tied, kept) = await desk.UsedAsync(dossier, variable, cancel);
        problems.AddRange(EvidenceGuards.Room(tied, kept, piece.Size, place));
        if (await db.EvidenceTies.AnyAsync(
            t => t.SubmissionId == submission && t.Variable == variable && t.RemovedAt == null && t.Piece.Sha256 == piece.Sha256 && t.Piece.Url == piece.Url, cancel))
        {
            problems.Add(new Problem("evidence.already-there", place));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EvidenceAdded>(problems);
        }

        db.Evidence.Add(piece);
        if (content is not null)
        {
            db.EvidenceContents.Add(new EvidenceContent { PieceId = piece.Id, Bytes = content });
        }

        var tie = desk.Tie(piece, dossier, variable, actor, now);
        await TrailWriter.AppendAsync(db, actor, now, [EvidenceDesk.Entry("evidence.add", dossier, variable, piece)], cancel);
        return Outcome.Done(new EvidenceAdded(tie.Id, piece.Title));
    }

    private string? Refusal(ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Infected => "evidence.infected",
        ScanVerdict.None when scan.IsRequired => scan.IsSet ? "evidence.scan-down" : "evidence.scan-required",
        _ => null,
    };
}
