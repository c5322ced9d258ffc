using Microsoft.EntityFrameworkCore;
using Responsables.App.Evidence;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Evidence;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Evidence;

/// <summary>Pieces beside answers: added, tied again, taken away, given back; by whom, and what is left of them.</summary>
public sealed class EvidenceTests
{
    [Theory, EachEngine]
    public async Task A_file_is_kept_with_its_digest_its_tie_and_a_line_of_the_trail(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var key = Guid.NewGuid();
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File(), key: key)).Tie;
        var before = await desk.CountsAsync();
        Assert.Equal(tie, Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File(), key: key)).Tie);
        Assert.Equal(before, await desk.CountsAsync());
        var piece = Assert.Single((await desk.QuestionAsync(desk.Owner))!.Pieces).Piece;
        Assert.Equal((EvidenceKind.File, "csv", "relevé.csv", 8L, ScanState.NotScanned), (piece.Kind, piece.Extension, piece.FileName, piece.Size, piece.Scan));
        var file = Done(await desk.ReadAsync(desk.Owner, tie));
        Assert.Equal(EvidenceDeskOfAlpha.File().Content, file.Content);
        var trail = await desk.Campaign.Database.ReadAsync(db => db.Trail.OrderBy(t => t.Sequence).LastAsync());
        Assert.Equal(("evidence.add", desk.Now), (trail.Act, trail.SubjectId));
        Assert.Contains(piece.Sha256!, trail.After, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_written(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var before = await desk.CountsAsync();
        var problems = Refused(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File("MZ", "outil.exe"), typed: new EvidenceTyped(" ", "hier", "2024-13-01")));
        Assert.Equal(["evidence.title-missing", "evidence.day-unreadable", "evidence.day-unreadable", "evidence.type-refused"], problems.Select(p => p.Code));
        Assert.Equal([EvidenceTyped.TitleField, EvidenceTyped.FromField, EvidenceTyped.UntilField, EvidenceTyped.FileField], problems.Select(p => p.Place));
        Assert.Equal("evidence.until-before", Assert.Single(Refused(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File(), typed: new EvidenceTyped("A", "2024-02-01", "2024-01-31")))).Code);
        Assert.Equal("evidence.file-missing", Assert.Single(Refused(await desk.AddAsync(desk.Owner, null))).Code);
        Assert.Equal("evidence.link-with-password", Assert.Single(Refused(await desk.LinkAsync(desk.Owner, "https://moi:secret@exemple.fr"))).Code);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Theory, EachEngine]
    public async Task Only_who_answers_the_question_adds_ties_and_removes(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File())).Tie;
        var before = await desk.CountsAsync();
        foreach (var other in (Actor[])[desk.Neighbour, desk.Coordinator, desk.Committee, desk.Auditor])
        {
            Assert.IsType<Outcome<EvidenceAdded>.Missing>(await desk.AddAsync(other, EvidenceDeskOfAlpha.File("autre", "a.txt")));
            Assert.IsType<Outcome<EvidenceAdded>.Missing>(await desk.LinkAsync(other, "https://exemple.fr"));
            Assert.IsType<Outcome<EvidenceAdded>.Missing>(await desk.TieAsync(other, tie, desk.Next));
            Assert.IsType<Outcome<EvidenceRemoved>.Missing>(await desk.RemoveAsync(other, tie));
        }

        Assert.Equal(before, await desk.CountsAsync());
    }

    [Theory, EachEngine]
    public async Task A_piece_is_read_by_whoever_reads_the_answer_as_it_now_stands(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File())).Tie;
        Assert.Equal([true, false, false, true, false], await ReadersAsync());
        await desk.SignAsync();
        Assert.Equal([true, true, false, true, false], await ReadersAsync());
        await desk.SignAsync(validate: true);
        Assert.Equal([true, true, true, true, false], await ReadersAsync());

        async Task<List<bool>> ReadersAsync()
        {
            var read = new List<bool>();
            foreach (var actor in (Actor[])[desk.Owner, desk.Coordinator, desk.Committee, desk.Auditor, desk.Neighbour])
            {
                read.Add(await desk.ReadAsync(actor, tie) is Outcome<EvidenceFile>.Done);
            }

            return read;
        }
    }

    [Theory, EachEngine]
    public async Task A_piece_taken_away_before_any_signature_leaves_its_row_and_no_bytes(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File())).Tie;
        Assert.True(Done(await desk.RemoveAsync(desk.Owner, tie)).IsErased);
        Assert.StartsWith("1 0 0 ", await desk.CountsAsync(), StringComparison.Ordinal);
        Assert.Single((await desk.QuestionAsync(desk.Owner))!.Removed);
        Assert.IsType<Outcome<EvidenceFile>.Missing>(await desk.ReadAsync(desk.Owner, tie));
        Assert.Equal("evidence.removed-already", Assert.Single(Refused(await desk.RemoveAsync(desk.Owner, tie))).Code);
    }

    [Theory, EachEngine]
    public async Task What_was_signed_with_is_not_taken_away_and_what_comes_after_says_so(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File())).Tie;
        desk.Later();
        await desk.SignAsync(validate: true);
        Assert.Equal("evidence.signed-with", Assert.Single(Refused(await desk.RemoveAsync(desk.Owner, tie))).Code);
        desk.Later();
        var seals = await desk.Campaign.Database.ReadAsync(db => db.SubmissionBlocks.Select(b => b.Seal).ToListAsync());
        Done(await desk.LinkAsync(desk.Owner, "https://exemple.fr/tardif"));
        Assert.Equal(seals, await desk.Campaign.Database.ReadAsync(db => db.SubmissionBlocks.Select(b => b.Seal).ToListAsync()));
        Assert.Equal([EvidenceLateness.InTime, EvidenceLateness.AfterValidation], (await desk.QuestionAsync(desk.Owner))!.Pieces.Select(p => p.Lateness));

        // Returned, the answer is open again: the piece leaves it, and its bytes stay since a signature was given on it.
        var block = await desk.Campaign.Database.ReadAsync(db => db.SubmissionBlocks.SingleAsync(b => b.SubmissionId == desk.Now && b.Block == new Domain.Submissions.BlockKey("part-formes")));
        await desk.Campaign.Database.ReadAsync(db => db.SubmissionBlocks.Where(b => b.SubmissionId == desk.Now).ExecuteUpdateAsync(s => s.SetProperty(b => b.IsReturned, true)));
        Assert.False(Done(await desk.RemoveAsync(desk.Owner, tie)).IsErased);
        Assert.NotNull(block.SignatureId);
        Assert.IsType<Outcome<EvidenceFile>.Done>(await desk.ReadAsync(desk.Auditor, tie));
        Assert.IsType<Outcome<EvidenceFile>.Missing>(await desk.ReadAsync(desk.Coordinator, tie));
    }

    [Theory, EachEngine]
    public async Task A_piece_is_tied_again_the_year_after_without_a_copy_and_outlives_its_first_tie(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File())).Tie;
        Done(await desk.TieAsync(desk.Owner, tie, desk.Next));
        Assert.Equal("evidence.already-there", Assert.Single(Refused(await desk.TieAsync(desk.Owner, tie, desk.Next))).Code);
        Assert.False(Done(await desk.RemoveAsync(desk.Owner, tie)).IsErased);
        Assert.StartsWith("1 1 1 ", await desk.CountsAsync(), StringComparison.Ordinal);
        var body = (await desk.Campaign.Database.WithAsync<BodyEvidenceQuery, BodyEvidence?>(q => q.RunAsync(desk.Owner, SmallFederation.Alpha75, null, null, default)))!;
        Assert.Equal([Year + 1], body.Lines.Select(l => l.Year));
        Assert.Null(await desk.Campaign.Database.WithAsync<BodyEvidenceQuery, BodyEvidence?>(q => q.RunAsync(desk.Neighbour, SmallFederation.Alpha75, null, null, default)));
    }

    [Theory, EachEngine]
    public async Task A_file_whose_bytes_changed_is_not_given(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        var tie = Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File())).Tie;
        await desk.Campaign.Database.ReadAsync(db => db.EvidenceContents.ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, new byte[] { 1 })));
        Assert.Equal("evidence.altered", Assert.Single(Refused(await desk.ReadAsync(desk.Owner, tie))).Code);
    }

    [Theory, EachEngine]
    public async Task The_same_file_twice_too_many_pieces_and_too_many_bytes_are_refused(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File()));
        Assert.Equal("evidence.already-there", Assert.Single(Refused(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File()))).Code);
        for (var i = 1; i < EvidenceLimits.Question; i++)
        {
            Done(await desk.LinkAsync(desk.Owner, $"https://exemple.fr/{i}"));
        }

        Assert.Equal("evidence.too-many", Assert.Single(Refused(await desk.LinkAsync(desk.Owner, "https://exemple.fr/encore"))).Code);
        await desk.Campaign.Database.ReadAsync(db => db.Evidence.Where(p => p.Size > 0).ExecuteUpdateAsync(s => s.SetProperty(p => p.Size, EvidenceLimits.Year)));
        Assert.Equal("evidence.year-full", Assert.Single(Refused(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File("autre"), new VariableCode("delai")))).Code);
    }

    [Theory, EachEngine]
    public async Task Malware_is_refused_and_a_scan_that_is_required_fails_closed(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        await using var clamd = new FakeClamd(bytes => bytes.AsSpan().IndexOf("EICAR"u8) >= 0 ? "stream: Eicar FOUND" : "stream: OK");
        var before = await desk.CountsAsync();
        Assert.Equal("evidence.infected", Assert.Single(Refused(await desk.AddScannedAsync(new ScanSettings(clamd.Address, IsRequired: false), EvidenceDeskOfAlpha.File("EICAR")))).Code);
        Assert.Equal("evidence.scan-required", Assert.Single(Refused(await desk.AddScannedAsync(new ScanSettings(null, IsRequired: true), EvidenceDeskOfAlpha.File()))).Code);
        Assert.Equal("evidence.scan-down", Assert.Single(Refused(await desk.AddScannedAsync(new ScanSettings("/nulle/part", IsRequired: true), EvidenceDeskOfAlpha.File()))).Code);
        Assert.Equal(before, await desk.CountsAsync());
        Done(await desk.AddScannedAsync(new ScanSettings(clamd.Address, IsRequired: true), EvidenceDeskOfAlpha.File()));
        desk.Later();
        Done(await desk.AddScannedAsync(new ScanSettings("/nulle/part", IsRequired: false), EvidenceDeskOfAlpha.File("autre")));
        Assert.Equal([ScanState.Clean, ScanState.NotScanned], (await desk.QuestionAsync(desk.Owner))!.Pieces.Select(p => p.Piece.Scan));
    }

    [Theory, EachEngine]
    public async Task The_form_counts_every_question_in_one_statement(Engine engine)
    {
        await using var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File()));
        var (counts, statements) = await Statements.CountAsync(() => desk.Campaign.Database.WithAsync<EvidenceQuery, Dictionary<VariableCode, int>>(q => q.CountsAsync(desk.Now, default)));
        Assert.Equal((1, 1), (counts[SmallFramework.Trained], statements));
    }
}
