import django.db.models.deletion
import hocba.web.issuance.models
import hocba.web.shared.keys
from django.conf import settings
from django.db import migrations, models

from hocba.web.issuance.counts import CREATE_COUNTS, DROP_COUNTS, NEVER_DELETED
from hocba.web.shared.db import IN_SCOPE, AppendOnly, TenantTable


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("shared", "0001_initial"),
        ('registry', '0001_initial'),
        ('schools', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SignerCertificate',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('der', models.BinaryField()),
                ('issuers', models.JSONField(default=list)),
                ('sha256', models.CharField(max_length=64)),
                ('credential', models.CharField(max_length=200)),
                ('valid_from', models.DateTimeField()),
                ('valid_until', models.DateTimeField()),
                ('registered_at', models.DateTimeField(auto_now_add=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SigningBatch',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('ticket', models.UUIDField()),
                ('slot_name', models.CharField(max_length=40)),
                ('seen_sha256', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('certificate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='issuance.signercertificate')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('school_class', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.schoolclass')),
                ('signer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=40)),
                ('stage', models.PositiveSmallIntegerField()),
                ('position', models.PositiveSmallIntegerField()),
                ('signature', models.BinaryField(null=True)),
                ('signed_at', models.DateTimeField(null=True)),
                ('certificate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='issuance.signercertificate')),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='slots', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='SigningItem',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('pending', 'đang chờ'), ('signed', 'đã kí'), ('refused', 'không kí được')], default='pending', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=60)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('signing_time', models.DateTimeField(null=True)),
                ('claimed_at', models.DateTimeField(null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='issuance.signingbatch')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('slot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='issuance.slot')),
            ],
        ),
        migrations.CreateModel(
            name='Transcript',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('public_id', models.CharField(default=hocba.web.issuance.models.new_public_id, max_length=64, unique=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('open', 'đang kí'), ('issued', 'đã cấp'), ('recalled', 'đã thu hồi'), ('superseded', 'đã có bản thay thế'), ('discarded', 'đã huỷ bản thảo')], default='open', max_length=12)),
                ('record', models.JSONField()),
                ('draft_sha256', models.CharField(max_length=64)),
                ('xml_sha256', models.CharField(blank=True, max_length=64)),
                ('pdf_sha256', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('issued_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('recall_reason', models.CharField(blank=True, choices=[('data', 'Sai sót trong dữ liệu'), ('person', 'Cấp nhầm người'), ('decision', 'Theo quyết định của cơ quan quản lí'), ('other', 'Lí do khác')], max_length=12)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transcripts', to='registry.enrolment')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('school_class', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transcripts', to='schools.schoolclass')),
                ('supersedes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='issuance.transcript')),
            ],
        ),
        migrations.AddField(
            model_name='slot',
            name='transcript',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='issuance.transcript'),
        ),
        migrations.CreateModel(
            name='RegisterEntry',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('year_start', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('transcript', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='register_entry', to='issuance.transcript')),
            ],
        ),
        migrations.AddConstraint(
            model_name='signercertificate',
            constraint=models.UniqueConstraint(fields=('school', 'sha256'), name='certificate_once_a_school'),
        ),
        migrations.AddConstraint(
            model_name='signingbatch',
            constraint=models.UniqueConstraint(fields=('school', 'ticket'), name='batch_ticket_once'),
        ),
        migrations.AddIndex(
            model_name='signingitem',
            index=models.Index(fields=['batch', 'state', 'position'], name='item_next'),
        ),
        migrations.AddConstraint(
            model_name='signingitem',
            constraint=models.UniqueConstraint(fields=('batch', 'slot'), name='item_once_a_batch'),
        ),
        migrations.AddIndex(
            model_name='transcript',
            index=models.Index(fields=['school_class', 'state'], name='transcript_class_state'),
        ),
        migrations.AddConstraint(
            model_name='transcript',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'discarded'), _negated=True), fields=('enrolment', 'version'), name='transcript_version_once'),
        ),
        migrations.AddConstraint(
            model_name='transcript',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('enrolment',), name='one_open_transcript'),
        ),
        migrations.AddConstraint(
            model_name='transcript',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'issued')), fields=('enrolment',), name='one_issued_transcript'),
        ),
        migrations.AddConstraint(
            model_name='transcript',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'discarded']), models.Q(models.Q(('xml_sha256', ''), _negated=True), models.Q(('pdf_sha256', ''), _negated=True), ('issued_at__isnull', False)), _connector='OR'), name='issued_has_files'),
        ),
        migrations.AddIndex(
            model_name='slot',
            index=models.Index(condition=models.Q(('signed_at__isnull', True)), fields=['holder'], name='slot_waiting_for'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.UniqueConstraint(fields=('transcript', 'name'), name='slot_once'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('certificate__isnull', True), ('signature__isnull', True), ('signed_at__isnull', True)), models.Q(('certificate__isnull', False), ('signature__isnull', False), ('signed_at__isnull', False)), _connector='OR'), name='slot_signed_whole'),
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.UniqueConstraint(fields=('school', 'year_start', 'number'), name='register_number_once'),
        ),
        TenantTable("SignerCertificate"),
        # a stranger who holds the number from a QR code sees that one row
        TenantTable("Transcript", visible=f"{IN_SCOPE} OR public_id = hocba_lookup()", writable=IN_SCOPE),
        TenantTable("Slot"),
        TenantTable("SigningBatch"),
        TenantTable("SigningItem"),
        TenantTable("RegisterEntry"),
        AppendOnly("RegisterEntry"),
        migrations.RunSQL(NEVER_DELETED, migrations.RunSQL.noop),
        migrations.RunSQL(CREATE_COUNTS, DROP_COUNTS),
    ]
