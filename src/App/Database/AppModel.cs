using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Evidence;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Quality;
using Responsables.App.Outbox;
using Responsables.App.Reminders;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Targets;
using Responsables.App.Trail;
using Responsables.App.Workbooks;

namespace Responsables.App.Database;

/// <summary>Keys, indexes and concurrency tokens of the model.</summary>
internal static class AppModel
{
    public static void Shape(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.DisplayName).HasMaxLength(200);
            account.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId);
        });
        builder.Entity<AccountGrant>().ToTable("account_grants").HasIndex(g => new { g.AccountId, g.Role, g.Scope }).IsUnique();
        builder.Entity<Delegation>(delegation =>
        {
            delegation.ToTable("delegations");
            delegation.HasIndex(d => d.AccountId);
            delegation.HasIndex(d => d.Organization);
        });
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasIndex(i => i.TokenHash).IsUnique();
        });
        builder.Entity<EmailChange>().ToTable("email_changes").HasIndex(c => c.TokenHash).IsUnique();
        builder.Entity<RecoveryCode>().ToTable("recovery_codes").HasKey(c => new { c.AccountId, c.Hash });
        builder.Entity<FrameworkVersion>().ToTable("framework_versions").HasKey(f => new { f.Code, f.Version });
        builder.Entity<SupplementVersion>().ToTable("supplements").HasKey(s => new { s.FrameworkCode, s.Branch, s.Version });
        builder.Entity<PinnedSupplement>().ToTable("campaign_supplements").HasKey(p => new { p.CampaignId, p.Branch });
        builder.Entity<OrganizationRow>().ToTable("organizations").HasIndex(o => new { o.Code, o.ValidFrom }).IsUnique();
        builder.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("campaigns");
            campaign.HasIndex(c => c.Year).IsUnique();
            campaign.HasMany<PinnedSupplement>().WithOne().HasForeignKey(p => p.CampaignId);
            campaign.HasMany<BranchTerm>().WithOne().HasForeignKey(t => t.CampaignId);
            campaign.HasMany(c => c.Asks).WithOne().HasForeignKey(a => a.CampaignId);
        });
        builder.Entity<CampaignAsk>().ToTable("campaign_asks").HasKey(a => new { a.CampaignId, a.Branch, a.Indicator });
        builder.Entity<BranchChoice>().ToTable("branch_choices").HasKey(c => new { c.FrameworkCode, c.Branch, c.Indicator });
        builder.Entity<Submission>(submission =>
        {
            submission.ToTable("submissions");
            submission.HasIndex(s => new { s.CampaignId, s.Organization }).IsUnique();
            submission.HasIndex(s => new { s.CampaignId, s.Reviewer });
            submission.HasOne(s => s.Campaign).WithMany().HasForeignKey(s => s.CampaignId);
            submission.Property(s => s.Version).IsConcurrencyToken();
        });
        builder.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("assignments");
            assignment.HasIndex(a => a.SubmissionId);
            assignment.HasIndex(a => a.AccountId);
            assignment.Property(a => a.Version).IsConcurrencyToken();
            assignment.HasMany(a => a.Questions).WithOne().HasForeignKey(q => q.AssignmentId);
        });
        builder.Entity<AssignedQuestion>().ToTable("assigned_questions").HasKey(q => new { q.AssignmentId, q.Variable });
        builder.Entity<BranchTerm>().ToTable("branch_terms").HasKey(t => new { t.CampaignId, t.Branch });
        builder.Entity<BodyExtension>(extension =>
        {
            extension.ToTable("body_extensions");
            extension.HasIndex(e => e.CampaignId);
            extension.HasIndex(e => e.SubmissionId);
        });
        builder.Entity<AnswerRow>(answer =>
        {
            answer.ToTable("answers");
            answer.HasKey(a => new { a.SubmissionId, a.Variable, a.Cell });
            answer.Property(a => a.Version).IsConcurrencyToken();
        });
        builder.Entity<Analysis>(analysis =>
        {
            analysis.ToTable("analyses");
            analysis.HasKey(a => new { a.SubmissionId, a.Topic });
            analysis.Property(a => a.Version).IsConcurrencyToken();
        });
        builder.Entity<AnswerComment>().ToTable("answer_comments").HasIndex(c => new { c.SubmissionId, c.Variable });
        builder.Entity<EvidencePiece>(piece =>
        {
            piece.ToTable("evidence");
            piece.HasIndex(p => new { p.Organization, p.Year });
            piece.HasOne<EvidenceContent>().WithOne().HasForeignKey<EvidenceContent>(c => c.PieceId);
        });
        builder.Entity<EvidenceContent>().ToTable("evidence_contents").HasKey(c => c.PieceId);
        builder.Entity<EvidenceTie>(tie =>
        {
            tie.ToTable("evidence_ties");
            tie.HasOne(t => t.Piece).WithMany().HasForeignKey(t => t.PieceId).OnDelete(DeleteBehavior.Restrict);
            tie.HasIndex(t => new { t.SubmissionId, t.Variable });
        });
        builder.Entity<SubmissionBlock>().ToTable("submission_blocks").HasKey(b => new { b.SubmissionId, b.Block });
        builder.Entity<SendBack>().ToTable("send_backs").HasIndex(s => s.SubmissionId);
        builder.Entity<Signature>().ToTable("signatures").HasIndex(s => s.SubmissionId);
        builder.Entity<Review>(review =>
        {
            review.ToTable("reviews");
            review.HasIndex(r => new { r.SubmissionId, r.Block });
            review.HasIndex(r => r.BatchId);
        });
        builder.Entity<ReviewBatch>().ToTable("review_batches").HasIndex(b => new { b.ById, b.CampaignId });
        builder.Entity<DeskFilter>().ToTable("desk_filters").HasIndex(f => new { f.AccountId, f.Name }).IsUnique();
        builder.Entity<DeskLook>().ToTable("desk_looks").HasKey(l => new { l.AccountId, l.CampaignId });
        builder.Entity<KeptReason>().ToTable("kept_reasons").HasIndex(r => r.AccountId);
        builder.Entity<Acceptance>(acceptance =>
        {
            acceptance.ToTable("acceptances");
            acceptance.HasIndex(a => a.SubmissionId);
            acceptance.HasIndex(a => a.BatchId);
        });
        builder.Entity<PartsRow>().ToTable("consolidated_parts").HasKey(p => new { p.CampaignId, p.Level, p.Node });
        builder.Entity<WorkbookUpload>().ToTable("workbook_uploads").HasIndex(u => u.AccountId);
        builder.Entity<TargetRow>(target =>
        {
            target.ToTable("targets");
            target.HasIndex(t => new { t.Node, t.Indicator, t.Output, t.Year }).IsUnique();
            target.Property(t => t.Source).HasMaxLength(TargetGuards.MaxSource);
            target.Property(t => t.Version).IsConcurrencyToken();
        });
        builder.Entity<Anomaly>(anomaly =>
        {
            anomaly.ToTable("anomalies");
            anomaly.HasIndex(a => new { a.SubmissionId, a.Rule, a.Variable }).IsUnique();
            anomaly.HasIndex(a => new { a.CampaignId, a.Organization });
            anomaly.Property(a => a.Rule).HasMaxLength(100);
            anomaly.Property(a => a.Version).IsConcurrencyToken();
            anomaly.HasMany(a => a.Acts).WithOne().HasForeignKey(a => a.AnomalyId);
        });
        builder.Entity<AnomalyAct>().ToTable("anomaly_acts").HasKey(a => new { a.AnomalyId, a.Sequence });
        builder.Entity<RuleTuning>(tuning =>
        {
            tuning.ToTable("rule_tunings");
            tuning.HasKey(t => new { t.FrameworkCode, t.Rule });
            tuning.Property(t => t.Rule).HasMaxLength(100);
            tuning.Property(t => t.Version).IsConcurrencyToken();
        });
        OutboxModel.Shape(builder);
        PublicationsModel.Shape(builder);
        builder.Entity<TrailRow>(row =>
        {
            row.ToTable("trail");
            row.HasKey(t => t.Sequence);
            row.Property(t => t.Sequence).ValueGeneratedNever();
            row.HasIndex(t => new { t.Organization, t.Sequence });
            row.HasIndex(t => new { t.SubjectId, t.Sequence });
        });
        builder.Entity<TrailHead>(head =>
        {
            head.ToTable("trail_head");
            head.Property(h => h.Id).ValueGeneratedNever();
        });
        builder.Entity<ProcessedRequest>().ToTable("processed_requests").HasKey(r => r.Key);
        builder.Entity<Setting>().ToTable("settings").HasKey(s => s.Name);
        builder.Entity<ProtectionKey>().ToTable("protection_keys").HasKey(k => k.Name);
    }
}
