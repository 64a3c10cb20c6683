"""Lines that are one phrase of a site and nothing else: "Share", "Leave a comment", "Messages: 344"."""

from __future__ import annotations

import re

from corpus.patterns import any_of, listed, words

_ALONE = frozenset(
    phrase.replace("_", " ")
    for phrase in listed(
        """
            medically_reviewed sponsored_content sponsored advert ad trending share print email leave_a_comment
            read_more see_also skip_to_main_content skip_to_content original_poster reply quote report permalink
            upvote downvote home menu search newsletter back_to_top continue_reading_below continue_reading
            follow_us breadcrumb accept_all_cookies accept_all accept_cookies accept cookie_settings
            privacy_settings jump_to_comments be_the_first_to_reply be_the_first_to_comment leave_a_reply solved
            pinned sticky locked thread_starter similar_threads report_this_post report_this_comment
            report_this_abuse report_post report_comment report_abuse ask_a_question submit_a_question find_a_doctor
            find_a_clinic find_a_location request_an_appointment book_an_appointment make_an_appointment
            schedule_an_appointment book_online cite_this_article cite_this_page file_photo file_image file_picture
            about_this_article about_this_page share_this_article share_this_page terms_of_use privacy_policy
            cookie_policy terms_and_conditions accessibility sitemap turn_over continued_overleaf yes_no open_in_app
            show_transcript top expand_all collapse_all show_all hide_all back_to_contents return_to_contents
            return_to_top jump_to_contents jump_to_top medical_disclaimer here's_how_you_know here’s_how_you_know
            view_profile send_private_message send_message post_a_reply post_reply new_topic transcript add_to_cart
            add_to_bag add_to_basket buy_it_now buy_now in_stock free_shipping next_article previous_article sign_up
        """
    )
)
# The same with a word or two that differ: a number, a name. Patterns, tried where a line begins.
ALONE_LIKE = words(
    """
        fact[-_]checked evidence[-_]based peer[-_]reviewed advertisements? comments?
        (?:for_immediate_release|embargoed)(?:[_:].{0,80})? (?:press|news|media)_release(?:[_:].{0,60})?
        (?:this_)?thread_(?:is_|has_been_)?(?:now_)?(?:closed|locked|solved|resolved|archived)(?:_to.{0,40})?
        (?:this_)?(?:topic|discussion|post|question)_(?:is|has_been)_(?:now_)?(?:closed|locked|solved|resolved|archived)
        top_comments? (?:best|accepted|top)_answers? sort(?:ed)?_by.{0,40} verified_.{0,30} loading\\.*
        posted_in_.{1,40} in_partnership_with_.{1,50}
        (?:view|see|show|read)_(?:all_)?\\d+_(?:comments|replies|answers) enter_your_e-?mail.{0,30}
        click_to_(?:expand|enlarge|zoom|view).{0,10}
        (?:print|email|share|download|save)_(?:this_)?(?:page|pdf|article|leaflet)
        listen_(?:to_this_article|\\d+_min.{0,10}) back_to_(?:all_)?\\w+ upvote_?\\d* text_size.{0,20}
        sent_from_my_.{1,30} advertisement.{0,40}below
        (?:words|pictures|illustrations?|photographs?|photography|interview|text)_by_.{2,60}
        (?:spring|summer|autumn|fall|winter)_\\d{4}(?:_issue)? question_\\d+_of_\\d+ version_?:?_?\\d[\\d.]{0,5}
        e-?newsletter last_(?:reply|post|active)_.{2,40} already_a_(?:member|subscriber).{0,40} skip_to_.{2,30}
        you_are_here.{0,80} posted_by_.{2,60} log_?in sign_?in
    """
)
_MARKS = " *_#>|•·-–—:.!?()[]…«»\"'“”‘’,;/"
_LONGEST_ALONE = 34
# "Leaflet number: 1243/v2", "Messages: 344"
_COUNTED = re.compile(
    any_of(
        r"(?:leaflet|form|document|publication|reference|ref|product|order|item|batch|catalogue|stock)"
        r"\s?(?:number|no\.?|code|id|ref)?\s?[.:#]\s?\S*\d\S{0,20}(?: .{0,20})?",
        r"(?:messages|reactions?(?: score)?|likes received|posts|points|karma|threads)\s?:\s?[\d.,km]{1,9}",
    )
    + r"\Z",
    re.IGNORECASE,
)
LONGEST_PHRASE = 50


def is_phrase(line: str) -> bool:
    """Whether a line is such a phrase, whatever marks stand around it, or a count with its name."""
    if len(line) <= _LONGEST_ALONE and line.strip(_MARKS).lower() in _ALONE:
        return True
    return ":" in line and len(line) <= LONGEST_PHRASE and _COUNTED.match(line) is not None
